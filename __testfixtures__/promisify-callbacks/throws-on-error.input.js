const fs = require('fs');

async function countLines(path) {
  console.log('counting', path);
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) throw err;
    // an empty file has no lines
    const lines = text === '' ? [] : text.split('\n');
    console.log(`${path}: ${lines.length}`);
  });
}

module.exports = { countLines };
