const fs = require('fs');

async function read(path) {
  const text = await fs.promises.readFile(`${path}.txt`, 'utf8');
  console.log(text);
}

module.exports = read;
