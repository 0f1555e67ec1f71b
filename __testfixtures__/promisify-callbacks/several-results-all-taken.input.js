const fs = require('fs');

function read(path, done) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, text, path);
  });
}

exports.readers = [read];

exports.handler = async (event) => {
  read(event.path, (err, text, from) => {
    if (err) throw err;
    console.log(from, text);
  });
};
