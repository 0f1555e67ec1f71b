const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

async function readJson(path) {
  const text = await readFileAsync(path, 'utf8');
  return JSON.parse(text);
}

exports.handler = async (event) => {
  const value = await readJson(event.path);
  console.log(value.name);
};
