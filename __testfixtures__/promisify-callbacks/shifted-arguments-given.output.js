const fs = require('fs');
const { promisify } = require('util');

const readAsync = promisify(read);

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
  const text = await readAsync(event.path);
  console.log(text);
};

exports.both = async (event) => {
  const text = await readAsync(event.path, { encoding: 'latin1' });
  console.log(text);
};
