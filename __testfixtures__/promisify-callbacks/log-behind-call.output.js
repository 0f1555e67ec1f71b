const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

async function start() {
  const pending = readFileAsync('jobs.txt', 'utf8');
  console.log('started');
  const text = await pending;
  console.log(text.length);
}

module.exports = start;
