const { readFile } = require('fs/promises');

exports.load = (path) =>
  new Promise(async (resolve) => {
    resolve(await readFile(path, 'utf8'));
  });
