const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

exports.handler = async (event, context) => {
  const text = await readFileAsync(__filename, 'utf8');
  return typeof text;
};
