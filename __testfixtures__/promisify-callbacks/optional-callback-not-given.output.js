const fs = require('fs');
const { promisify } = require('util');

const saveAsync = promisify(save);

function save(path, text, done) {
  fs.writeFile(path, text, (err) => {
    if (done) done(err);
  });
}

exports.store = async (path) => {
  save(`${path}.log`, 'begun');
  await saveAsync(path, 'stored');
  console.log('stored');
};
