const fs = require('fs');
const { promisify } = require('util');

const appendFileAsync = promisify(fs.appendFile);

function save(path, text, done) {
  done = done || (() => {});
  fs.writeFile(path, text, (err) => {
    if (err) return done(err);
    done(null);
  });
}

async function touch(path) {
  await appendFileAsync(path, '');
}

exports.handler = async (event) => {
  save(event.path, event.text, (err) => {
    if (err) throw err;
  });
  await touch(event.path);
};
