const fs = require('fs');

function* pages(path) {
  yield 1;
  fs.readFile(path, (err) => {
    if (err) throw err;
  });
}

module.exports = [...pages('a')];
