const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

function read(path) {
  return readFileAsync(path);
}

module.exports = read;
