const { access } = require('fs').promises;

async function check(path, cache) {
  cache.has(path) ? access(path) : console.log('not cached');
  cache.has(path) ? await access(path) : access(`${path}.bak`);
}

exports.check = check;
