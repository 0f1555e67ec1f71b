const crypto = require('crypto');

const ROUNDS = 10;

// With a salt it is checked, without one it is made.
function digest(text, salt, done) {
  if (arguments.length === 3) {
    crypto.pbkdf2(text, salt, ROUNDS, 16, 'sha256', (err, key) => {
      if (err) return done(err);
      done(null, salt, key.toString('hex').length);
    });
  } else {
    done = salt;
    crypto.randomBytes(8, (err, bytes) => {
      if (err) return done(err);
      digest(text, bytes.toString('hex'), done);
    });
  }
}

exports.handler = (event, context, callback) => {
  digest(event.text, function (err, salt, length) {
    if (err) {
      callback('no salt: ' + err);
      return;
    }
    console.log('salted');
    // A text that is no text ends the process today.
    digest(event.again, salt, (err, salt, again) => {
      if (err) callback('no digest: ' + err);
      else callback(null, { salt: salt.length, same: length === again });
    });
  });
};
