const fs = require('fs');

async function check(path) {
  fs.exists(path, (exists) => {
    console.log(exists);
  });
}

module.exports = check;
