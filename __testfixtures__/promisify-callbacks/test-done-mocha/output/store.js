const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);
const unlinkAsync = promisify(fs.unlink);

exports.load = async function (path) {
  const text = await readFileAsync(path, 'utf8');
  return text.trim();
};

exports.clear = async function (path) {
  await unlinkAsync(path);
};
