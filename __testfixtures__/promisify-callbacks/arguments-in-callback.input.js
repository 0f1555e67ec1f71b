const fs = require('fs');

async function read(path) {
  fs.readFile(path, function () {
    console.log(arguments.length);
  });
}

module.exports = read;
