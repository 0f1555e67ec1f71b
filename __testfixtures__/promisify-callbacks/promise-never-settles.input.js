const fs = require('fs');

function firstLine(path) {
  return new Promise((resolve, reject) => {
    fs.readFile(path, 'utf8', (err, text) => {
      if (err) return reject(err);
      if (text.length > 0) resolve(text.split('\n')[0]);
    });
  });
}

exports.read = async (path) => {
  const line = await firstLine(path);
  return line.trim();
};
