const fs = require('fs');

let quiet = false;

function lines(path, limit, done) {
  if (typeof limit === 'function') {
    if (quiet) return;
    done = limit;
  }
  limit = 10;
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, text.split('\n').slice(0, limit));
  });
}

exports.handler = async (event) => {
  lines(event.path, (err, first) => {
    if (err) throw err;
    console.log(first);
  });
};

exports.hush = () => {
  quiet = true;
};
