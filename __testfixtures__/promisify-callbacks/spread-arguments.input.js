const fs = require('fs');

async function read(...args) {
  fs.readFile(...args, (err, bytes) => {
    if (err) throw err;
    console.log(bytes.length);
  });
}

module.exports = read;
