const fs = require('fs');

function loadRates(path, done) {
  if (!path) return done(new Error('no path'));
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    try {
      done(null, JSON.parse(text), path);
    } catch (error) {
      console.warn('not used', error.message);
      done(error);
    }
  });
}

exports.loadRates = loadRates;

exports.handler = (event, context, callback) => {
  loadRates(event.path, (err, rates, path) => {
    if (err) return callback(null, { statusCode: 503 });
    callback(null, { statusCode: 200, body: `${path}: ${rates.eur.toFixed(2)}` });
  });
};
