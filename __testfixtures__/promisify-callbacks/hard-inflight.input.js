const fs = require('fs');
const inflight = require('inflight');

function stat(path, done) {
  done = inflight(path, done);
  if (!done) return;
  fs.stat(path, (err, stats) => {
    if (err) return done(err);
    done(null, stats.size);
  });
}

exports.handler = async (event) => {
  stat(event.path, (err, size) => {
    if (err) throw err;
    console.log(size);
  });
};
