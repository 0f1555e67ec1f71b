const fs = require('fs');

const readFileAsync = 'taken';

async function read(path) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) throw err;
    console.log(readFileAsync, text);
  });
}

module.exports = read;
