let fs = require('fs');

if (process.env.FAKE_FS) fs = require('./fake-fs');

async function read(path) {
  fs.readFile(path, (err, bytes) => {
    if (err) throw err;
    console.log(bytes.length);
  });
}

module.exports = read;
