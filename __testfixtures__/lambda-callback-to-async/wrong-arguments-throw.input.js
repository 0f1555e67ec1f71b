const fs = require('fs');

exports.handler = (event, context, callback) => {
  // A path that is no text throws at once, and that is no failed read.
  fs.readFile(event.path, 'utf8', (err, text) => {
    if (err) return callback(null, { statusCode: 404 });
    callback(null, { statusCode: 200, body: text });
  });
};
