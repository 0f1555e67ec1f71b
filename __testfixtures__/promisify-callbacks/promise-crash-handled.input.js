const fs = require('fs');

function settings(path) {
  return new Promise((resolve, reject) => {
    fs.readFile(path, 'utf8', (err, text) => {
      if (err) return reject(err);
      resolve(JSON.parse(text));
    });
  });
}

exports.load = async () => {
  try {
    return await settings('settings.json');
  } catch {
    return {};
  }
};
