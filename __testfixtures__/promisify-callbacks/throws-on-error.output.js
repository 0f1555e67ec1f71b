const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

async function countLines(path) {
  console.log('counting', path);
  const text = await readFileAsync(path, 'utf8');
  // an empty file has no lines
  const lines = text === '' ? [] : text.split('\n');
  console.log(`${path}: ${lines.length}`);
}

module.exports = { countLines };
