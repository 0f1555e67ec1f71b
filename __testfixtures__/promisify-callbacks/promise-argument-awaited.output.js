const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

exports.handler = async (event) => {
  const text = await readFileAsync(event.paths[0], 'utf8');
  return text.length;
};
