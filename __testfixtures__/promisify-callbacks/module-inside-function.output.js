const { promisify } = require('util');

async function read(path) {
  const fs = require('fs');
  const text = await promisify(fs.readFile)(path, 'utf8');
  console.log(text);
}

module.exports = read;
