const fs = require('fs');

function load(path, done) {
  fs.readFile(path, 'utf8', done);
}

process.on('SIGHUP', () => {
  load('settings.json', (err, text) => {
    if (err) throw err;
    console.log(text);
  });
});
