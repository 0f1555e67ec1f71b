const fs = require('fs');

function read(path) {
  return new Promise((resolve, reject) => {
    fs.readFile(path, (err, bytes) => {
      if (err) reject(err);
      else resolve(bytes);
    });
  });
}

module.exports = read;
