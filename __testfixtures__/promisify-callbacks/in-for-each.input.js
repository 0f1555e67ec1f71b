const fs = require('fs');

async function removeAll(paths) {
  paths.forEach((path) => {
    fs.unlink(path, (err) => {
      if (err) throw err;
    });
  });
}

module.exports = removeAll;
