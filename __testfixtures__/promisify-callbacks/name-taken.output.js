const fs = require('fs');
const { promisify } = require('util');

const fsReadFileAsync = promisify(fs.readFile);

const readFileAsync = 'taken';

async function read(path) {
  const text = await fsReadFileAsync(path, 'utf8');
  console.log(readFileAsync, text);
}

module.exports = read;
