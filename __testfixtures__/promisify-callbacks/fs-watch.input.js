const fs = require('fs');

async function follow(path) {
  fs.watch(path, (event, name) => {
    console.log(event, name);
  });
}

module.exports = follow;
