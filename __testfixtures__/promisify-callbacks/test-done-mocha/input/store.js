const fs = require('fs');

exports.load = function (path, done) {
  fs.readFile(path, 'utf8', function (err, text) {
    if (err) return done(err);
    done(null, text.trim());
  });
};

exports.clear = function (path, done) {
  fs.unlink(path, done);
};
