// Reads what the last run left.
function lastRun(done) {
  require('fs').readFile('last-run.txt', 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, text);
  });
}

exports.readers = [lastRun];

exports.report = async () => {
  lastRun((err, text) => {
    if (err) throw err;
    console.log(text);
  });
};
