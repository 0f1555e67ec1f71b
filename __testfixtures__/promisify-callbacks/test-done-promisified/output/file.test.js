const assert = require('assert');
const fs = require('fs');
const { promisify } = require('util');

const loadAsync = promisify(load);

function load(path, done) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, JSON.parse(text));
  });
}

it('reads the package', async () => {
  const content = await loadAsync('package.json');
  assert.ok(content);
});

it('fails without a file', async () => {
  let err = null;
  try {
    await loadAsync('nothing.json');
  } catch (error) {
    err = error;
  }
  assert.ok(err instanceof Error);
});

module.exports = load;
