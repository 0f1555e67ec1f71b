const fs = require('fs');

function remove(path) {
  return new Promise((resolve, reject) => {
    fs.unlink(path, (err) => (err ? reject(err) : resolve()));
  });
}

const move = (from, to) =>
  new Promise(function (done, fail) {
    fs.rename(from, to, function (err) {
      if (err) return fail(err);
      done();
    });
  });

async function replace(path) {
  const text = await new Promise((resolve, reject) => {
    fs.readFile(path, { encoding: 'utf8' }, (error, content) => {
      if (error) {
        reject(error);
        return;
      }
      resolve(content);
    });
  });
  await new Promise((resolve, reject) => {
    fs.mkdir(
      path,
      {
        recursive: true,
      },
      (error) => {
        if (error) reject(error);
        else resolve();
      },
    );
  });
  return text;
}

module.exports = { remove, move, replace };
