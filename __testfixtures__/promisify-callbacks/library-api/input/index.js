const fs = require('fs');

exports.read = function (path) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) throw err;
    console.log(text);
  });
};

exports.read('settings.json');
