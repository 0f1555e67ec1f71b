const fs = require('fs');

function settings(load) {
  return new Promise((resolve, reject) => {
    load()
      .then((path) => {
        fs.readFile(path, 'utf8', (err, text) => {
          if (err) return reject(err);
          resolve(text.trim());
        });
      })
      .catch(reject);
  });
}

exports.load = async () => settings(async () => 'settings.json');
