const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);
const statAsync = promisify(fs.stat);

const settings = async (path) => {
  const text = await readFileAsync(path, 'utf8');
  // Who wrote it is only known to the file system.
  const stats = await statAsync(path);
  return { text, owner: stats.uid };
};

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
