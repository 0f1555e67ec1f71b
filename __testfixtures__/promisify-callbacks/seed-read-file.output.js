const { readFile } = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(readFile);

exports.handler = async (event) => {
  const text = await readFileAsync(event.file, 'utf8');
  console.log('read', text.length);
};
