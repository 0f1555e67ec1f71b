const crypto = require('crypto');

function digest(text, done) {
  if (text === 'forbidden') return done(new RangeError('forbidden'));
  crypto.pbkdf2(text, 'salt', 10, 8, 'sha256', (err, key) => {
    if (err) return done(err);
    done(null, key.toString('hex'));
  });
}

exports.handler = async (event) => {
  const text = await new Promise((resolve, reject) => {
    digest(event.text, (err, hex) => (err ? reject(err) : resolve(hex)));
  });
  return { text };
};
