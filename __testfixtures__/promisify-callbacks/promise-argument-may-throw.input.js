const fs = require('fs');

// An exception in the arguments is a rejection today; nobody says that callers wait.
function read(options) {
  return new Promise((resolve, reject) => {
    fs.readFile(options.path.name, (err, bytes) => (err ? reject(err) : resolve(bytes)));
  });
}

module.exports = read;
