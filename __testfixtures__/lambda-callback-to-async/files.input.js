const fs = require('fs');

exports.handler = (event, context, callback) => {
  fs.readFile(__filename, 'utf8', (err, text) => {
    if (err) return callback(err);
    callback(null, typeof text);
  });
};
