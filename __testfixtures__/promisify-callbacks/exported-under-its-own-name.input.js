const fs = require('fs');

exports.lastRun = lastRun;

function lastRun(done) {
  fs.readFile('last-run.txt', 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, text.trim());
  });
}

exports.report = async () => {
  lastRun((err, text) => {
    if (err) throw err;
    console.log(text);
  });
};
