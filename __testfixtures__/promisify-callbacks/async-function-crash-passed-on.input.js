const fs = require('fs');

async function warm(path, cache) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) throw err;
    cache.settings = JSON.parse(text);
  });
}

exports.start = async (cache) => {
  await warm('settings.json', cache);
};
