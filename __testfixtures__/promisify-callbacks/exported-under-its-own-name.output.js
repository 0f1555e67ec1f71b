const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

exports.lastRun = lastRun;

async function lastRun() {
  const text = await readFileAsync('last-run.txt', 'utf8');
  return text.trim();
}

exports.report = async () => {
  const text = await lastRun();
  console.log(text);
};
