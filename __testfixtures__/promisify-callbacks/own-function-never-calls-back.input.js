const fs = require('fs');

function firstLine(path, done) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    if (text.length > 0) done(null, text.split('\n')[0]);
  });
}

exports.print = async (path) => {
  firstLine(path, (err, line) => {
    if (err) throw err;
    console.log(line);
  });
};
