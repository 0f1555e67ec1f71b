const assert = require('assert');
const fs = require('fs');

it('may never end', (done) => {
  fs.readFile('a', (err, bytes) => {
    if (err) return done(err);
    if (bytes.length > 0) done();
  });
});

it('ends twice', (done) => {
  fs.readFile('a', (err, bytes) => {
    if (err) done(err);
    assert.ok(bytes);
    done();
  });
});

it('hands its end on', (done) => {
  fs.readFile('a', (err, bytes) => {
    assert.ifError(err);
    setTimeout(done, bytes.length);
  });
});

it('waits for several', (done) => {
  let open = 2;
  const end = (err) => {
    open -= 1;
    if (err || open === 0) done(err);
  };
  fs.readFile('a', end);
  fs.readFile('b', end);
});

notATest('looks like one', (done) => {
  fs.readFile('a', (err) => done(err));
});
