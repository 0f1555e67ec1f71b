const assert = require('assert');
const fs = require('fs');

function load(path, done) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, JSON.parse(text));
  });
}

it('reads the package', (done) => {
  load('package.json', (err, content) => {
    if (err) throw err;
    assert.ok(content);
    done();
  });
});

it('fails without a file', (done) => {
  load('nothing.json', (err) => {
    assert.ok(err instanceof Error);
    done();
  });
});

module.exports = load;
