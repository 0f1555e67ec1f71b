const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

async function readAll(paths) {
  return Promise.all(
    paths.map(
      (path) => readFileAsync(path, 'utf8'),
    ),
  );
}

module.exports = readAll;
