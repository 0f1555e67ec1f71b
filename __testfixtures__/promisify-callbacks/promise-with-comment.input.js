const fs = require('fs');

function size(path) {
  return new Promise((resolve, reject) => {
    // Links are followed.
    fs.stat(path, (err, stats) => (err ? reject(err) : resolve(stats)));
  });
}

module.exports = size;
