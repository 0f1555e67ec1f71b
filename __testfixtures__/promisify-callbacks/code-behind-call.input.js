const fs = require('fs');

async function start(path) {
  fs.readFile(path, (err, bytes) => {
    if (err) throw err;
    console.log(bytes.length);
  });
  console.log('started');
}

module.exports = start;
