const fs = require('fs');

class Settings {
  constructor(path) {
    fs.readFile(path, 'utf8', (err, text) => {
      if (err) throw err;
      this.values = JSON.parse(text);
    });
  }
}

exports.settings = new Settings('settings.json');
