const fs = require('fs');

async function read(path) {
  fs.readFile(`${path}.txt`, 'utf8', (err, text) => {
    if (err) throw err;
    console.log(text);
  });
}

module.exports = read;
