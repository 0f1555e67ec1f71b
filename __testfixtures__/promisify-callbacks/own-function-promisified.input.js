const fs = require('fs');

function readJson(path, done) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, JSON.parse(text));
  });
}

exports.handler = async (event) => {
  readJson(event.path, (err, value) => {
    if (err) throw err;
    console.log(value.name);
  });
};
