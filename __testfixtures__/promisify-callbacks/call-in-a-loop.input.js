const fs = require('fs');

async function removeAll(paths) {
  for (const path of paths) {
    fs.unlink(path, (err) => {
      if (err) throw err;
    });
  }
}

module.exports = removeAll;
