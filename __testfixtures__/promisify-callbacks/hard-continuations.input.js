const fs = require('fs');
const iferr = require('iferr');

function then(next) {
  return (err, value) => (err ? next(err) : next(null, value));
}

function copy(from, to, done) {
  fs.readFile(
    from,
    iferr(done, (bytes) => fs.writeFile(to, bytes, then(done))),
  );
}

exports.handler = async (event) => {
  copy(event.from, event.to, (err) => {
    if (err) throw err;
  });
};
