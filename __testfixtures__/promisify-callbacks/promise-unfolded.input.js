const fs = require('fs');

const settings = (path) =>
  new Promise((resolve, reject) => {
    fs.readFile(path, 'utf8', (err, text) => {
      if (err) return reject(err);
      // Who wrote it is only known to the file system.
      fs.stat(path, (err, stats) => {
        if (err) reject(err);
        else resolve({ text, owner: stats.uid });
      });
    });
  });

function describe(path) {
  console.log('reading', path);

  return new Promise((resolve, reject) => {
    fs.readFile(path, 'utf8', function (err, text) {
      if (err) {
        return reject(new Error('no description'));
      }
      return resolve({ text });
    });
  });
}

exports.handler = async (event) => {
  const { text } = await settings(event.path);
  const description = await describe(event.other);
  return { text, description };
};
