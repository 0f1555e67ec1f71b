const fs = require('fs');
const Bluebird = require('bluebird');

function settings(path, done) {
  return Bluebird.fromCallback((end) => fs.readFile(path, 'utf8', end)).nodeify(done);
}

exports.handler = async (event) => {
  settings(event.path, (err, text) => {
    if (err) throw err;
    console.log(text.length);
  });
};
