const fs = require('fs');
const Promise = require('bluebird');

const read = (path) =>
  new Promise((resolve, reject) => fs.readFile(path, (err, bytes) => (err ? reject(err) : resolve(bytes))));

module.exports = read;
