const fs = require('fs');

function settings(options) {
  const { path } = options;
  return new Promise((resolve, reject) => {
    fs.readFile(path, 'utf8', (err, text) => {
      if (err) return reject(err);
      resolve(text.trim());
    });
  });
}

exports.load = () => settings().catch(() => '');
