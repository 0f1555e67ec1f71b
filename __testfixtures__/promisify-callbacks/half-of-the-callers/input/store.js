const fs = require('fs');

exports.read = (key, done) => {
  fs.readFile(`/tmp/${key}`, 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, JSON.parse(text));
  });
};
