const fs = require('fs');
const path = require('path');

exports.handler = (event, context, callback) => {
  const file = path.join(__dirname, `${event.name}.txt`);
  fs.readFile(file, 'utf8', (err, text) => {
    if (err) {
      console.error(err.code);
      return callback(null, { statusCode: 404 });
    }
    callback(null, { statusCode: 200, body: text });
  });
};
