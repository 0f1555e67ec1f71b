const crypto = require('crypto');

function digest(secret, salt, done) {
  crypto.pbkdf2(secret, salt, 10, 8, 'sha1', (err, key) => {
    if (err) done(err);
    else done(null, key.toString('hex'));
  });
}

exports.handler = async (event) => {
  crypto.randomBytes(4, (err, salt) => {
    if (err) throw err;
    const err2 = 'unused';
    digest(event.secret, salt, (err, key) => {
      if (err) throw err;
      crypto.randomBytes(2, (err, salt) => {
        if (err) throw err;
        console.log(key.length, salt.length, err2);
      });
    });
  });
};
