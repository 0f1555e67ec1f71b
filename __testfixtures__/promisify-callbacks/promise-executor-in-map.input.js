const fs = require('fs');

async function readAll(paths) {
  return Promise.all(
    paths.map(
      (path) =>
        new Promise((resolve, reject) => {
          fs.readFile(path, 'utf8', (err, text) => (err ? reject(err) : resolve(text)));
        }),
    ),
  );
}

module.exports = readAll;
