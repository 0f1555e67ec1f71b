const crypto = require('crypto');

// Two or three arguments, and two results.
function derive(secret, salt, done) {
  if (arguments.length === 2) {
    const last = salt;
    crypto.randomBytes(8, (err, bytes) => {
      if (err) return last(err);
      derive(secret, bytes.toString('hex'), last);
    });
    return;
  }
  crypto.pbkdf2(secret, salt, 10, 8, 'sha1', (err, key) => {
    if (err) return done(err);
    done(null, salt, key.toString('hex'));
  });
}

exports.handler = async (event) => {
  derive(event.secret, (err, salt, key) => {
    if (err) throw err;
    console.log(salt, key);
  });
};
