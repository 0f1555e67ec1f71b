const crypto = require('crypto');

function saltedHash(password, done) {
  crypto.randomBytes(16, (err, salt) => {
    if (err) return done(err);
    crypto.scrypt(password, salt, 32, (err, hash) => {
      if (err) return done(err);
      done(null, salt, hash);
    });
  });
}

exports.signUp = async (users, name, password) => {
  saltedHash(password, (err, salt, hash) => {
    if (err) throw err;
    users.set(name, { salt, hash });
  });
};
