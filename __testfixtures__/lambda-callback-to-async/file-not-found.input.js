const fs = require('fs');

exports.handler = (event, context, callback) => {
  fs.readFile('./no/' + event.name, (err, content) => {
    if (err) {
      callback('Error 404');
    } else {
      callback(null, content.toString());
    }
  });
};
