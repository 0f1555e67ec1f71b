const fs = require('fs');
const util = require('util');

async function settings(response) {
  fs.readFile('settings.json', 'utf8', (err, text) => {
    if (err) {
      response.end('{}');
      return;
    }
    response.end(text);
  });
}

exports.settings = settings;
