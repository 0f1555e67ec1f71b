const fs = require('fs');

function save(path, text, done) {
  done = done || (() => {});
  fs.writeFile(path, text, (err) => {
    if (err) return done(err);
    done(null);
  });
}

function touch(path, done) {
  fs.appendFile(path, '', (err) => {
    if (done) done(err);
  });
}

exports.handler = async (event) => {
  save(event.path, event.text, (err) => {
    if (err) throw err;
  });
  touch(event.path, (err) => {
    if (err) throw err;
  });
};
