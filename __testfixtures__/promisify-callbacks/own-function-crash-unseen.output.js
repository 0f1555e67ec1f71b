const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

// Nothing in it can throw, so its caller's error handling gets the same failures as before.
async function textOf(path) {
  const text = await readFileAsync(path, 'utf8');
  return text;
}

exports.banner = async () => {
  try {
    return await textOf('banner.txt');
  } catch {
    return '';
  }
};
