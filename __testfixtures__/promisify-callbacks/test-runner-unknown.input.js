const fs = require('fs');
const assert = require('assert');

it('finds the file', (done) => {
  fs.stat(__filename, (err, stats) => {
    if (err) return done(err);
    assert(stats.isFile());
    done();
  });
});
