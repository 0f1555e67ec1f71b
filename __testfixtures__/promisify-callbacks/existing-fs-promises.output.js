const fs = require('fs');
const { promises: fsp } = require('fs');

async function read(path) {
  console.log(await fsp.readdir(path));
  const html = await fsp.readFile(`${path}/index.html`, 'utf8');
  console.log(html);
}

module.exports = read;
