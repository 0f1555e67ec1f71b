const { access } = require('fs').promises;

async function check(path, cache) {
  cache.has(path) ? await access(path) : console.log('not cached');
  cache.has(path) ? await access(path) : await access(`${path}.bak`);
}

exports.check = check;
