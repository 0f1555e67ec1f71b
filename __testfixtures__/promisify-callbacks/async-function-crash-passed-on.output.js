const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

async function warm(path, cache) {
  const text = await readFileAsync(path, 'utf8');
  cache.settings = JSON.parse(text);
}

exports.start = async (cache) => {
  await warm('settings.json', cache);
};
