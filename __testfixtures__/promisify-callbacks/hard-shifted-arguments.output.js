const fs = require('fs');
const { promisify } = require('util');

const linesAsync = promisify(lines);

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
  const first = await linesAsync(event.path);
  console.log(first);
};
