const { promisify } = require('util');

const lastRunAsync = promisify(lastRun);

// Reads what the last run left.
function lastRun(done) {
  require('fs').readFile('last-run.txt', 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, text);
  });
}

exports.readers = [lastRun];

exports.report = async () => {
  const text = await lastRunAsync();
  console.log(text);
};
