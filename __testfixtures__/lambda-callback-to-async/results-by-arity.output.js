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

exports.handler = async (event, context) => {
  const [err, salt, length] = await new Promise((resolve) => {
    digest(event.text, (...results) => resolve(results));
  });
  if (err) {
    throw 'no salt: ' + err;
  }
  console.log('salted');
  // A text that is no text ends the process today.
  const [err2, salt2, again] = await new Promise((resolve) => {
    digest(event.again, salt, (...results) => resolve(results));
  });
  if (err2) throw 'no digest: ' + err2;
  else return { salt: salt2.length, same: length === again };
};
