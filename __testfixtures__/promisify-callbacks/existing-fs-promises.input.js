const fs = require('fs');
const { promises: fsp } = require('fs');

async function read(path) {
  console.log(await fsp.readdir(path));
  fs.readFile(`${path}/index.html`, 'utf8', (err, html) => {
    if (err) throw err;
    console.log(html);
  });
}

module.exports = read;
