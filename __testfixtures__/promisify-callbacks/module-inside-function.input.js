async function read(path) {
  const fs = require('fs');
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) throw err;
    console.log(text);
  });
}

module.exports = read;
