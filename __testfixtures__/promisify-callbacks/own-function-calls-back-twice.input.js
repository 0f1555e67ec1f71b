const fs = require('fs');

function size(path, done) {
  fs.stat(path, (err, stats) => {
    if (err) done(err);
    done(null, stats && stats.size);
  });
}

exports.print = async (path) => {
  size(path, (err, bytes) => {
    if (err) throw err;
    console.log(bytes);
  });
};
