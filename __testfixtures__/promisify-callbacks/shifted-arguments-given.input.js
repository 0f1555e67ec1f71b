const fs = require('fs');

function read(path, options, done) {
  if (!done) {
    done = options;
    options = 'utf8';
  }
  fs.stat(path, (err, stats) => {
    if (err) return done(err);
    if (stats.isDirectory()) return read(`${path}/index.txt`, options, done);
    fs.readFile(path, options, (err, text) => {
      if (err) return done(err);
      done(null, text, path);
    });
  });
}

exports.handler = async (event) => {
  read(event.path, (err, text) => {
    if (err) throw err;
    console.log(text);
  });
};

exports.both = async (event) => {
  read(event.path, { encoding: 'latin1' }, (err, text) => {
    if (err) throw err;
    console.log(text);
  });
};
