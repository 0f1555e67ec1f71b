let fs = require('fs');
const { promisify } = require('util');

if (process.env.FAKE_FS) fs = require('./fake-fs');

async function read(path) {
  const bytes = await promisify(fs.readFile).bind(fs)(path);
  console.log(bytes.length);
}

module.exports = read;
