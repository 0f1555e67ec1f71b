const fs = require('fs');

function save(path, text, done) {
  fs.writeFile(path, text, (err) => {
    if (done) done(err);
  });
}

exports.store = async (path) => {
  save(`${path}.log`, 'begun');
  save(path, 'stored', (err) => {
    if (err) throw err;
    console.log('stored');
  });
};
