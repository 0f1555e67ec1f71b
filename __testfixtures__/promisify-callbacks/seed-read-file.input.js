const { readFile } = require('fs');

exports.handler = async (event) => {
  readFile(event.file, 'utf8', (err, text) => {
    if (err) throw err;
    console.log('read', text.length);
  });
};
