const { readFile } = require('fs');
const util = require('util');

exports.handler = async (event) => {
  const readFileAsync = util.promisify(readFile);
  const text = await readFileAsync(event.file, 'utf8');
  return text.length;
};
