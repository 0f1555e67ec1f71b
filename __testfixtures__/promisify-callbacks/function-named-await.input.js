const fs = require('fs');

function await(text) {
  return text.trim();
}

function read(file) {
  return new Promise((resolve, reject) => {
    fs.readFile(file, 'utf8', (err, text) => {
      if (err) return reject(err);
      resolve(await(text));
    });
  });
}

async function main() {
  return read('a.txt');
}

module.exports = { main };
