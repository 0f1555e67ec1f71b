const fs = require('fs');

async function describe(path) {
  fs.stat(path, (err, stats) => {
    if (err) {
      console.error(`no ${path}`);
    } else {
      console.log(stats.size);
    }
  });
}

module.exports = describe;
