const fs = require('fs');

let cached;

function settings(done) {
  if (cached) return done(null, cached);
  fs.readFile('settings.json', 'utf8', (err, text) => {
    if (err) return done(err);
    cached = text;
    done(null, text);
  });
}

async function show() {
  settings((err, text) => {
    if (err) throw err;
    console.log(text);
  });
}

exports.loaders = [settings];

exports.main = async () => {
  await show();
  console.log('shown');
};
