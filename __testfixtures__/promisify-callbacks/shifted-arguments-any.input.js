const fs = require('fs');

function lines(path, limit, done) {
  if (typeof limit === 'function') {
    done = limit;
    limit = 10;
  }
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, text.split('\n').slice(0, limit));
  });
}

exports.handler = async (event) => {
  // Nothing says what the limit is.
  lines(event.path, event.limit, (err, some) => {
    if (err) throw err;
    console.log(some);
  });
};
