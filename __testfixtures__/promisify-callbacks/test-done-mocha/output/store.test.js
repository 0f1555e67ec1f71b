const assert = require('assert');
const fs = require('fs');
const store = require('./store');
const { promisify } = require('util');

const writeFileAsync = promisify(fs.writeFile);

describe('the store', function () {
  before(async function () {
    await writeFileAsync('store.txt', ' full \n');
  });

  after(async () => {
    await store.clear('store.txt');
  });

  it('gives what is in it', async function () {
    this.timeout(500);
    const text = await store.load('store.txt');
    assert.strictEqual(text, 'full');
  });

  it('gives it twice', async () => {
    const first = await store.load('store.txt');
    const second = await store.load('store.txt');
    // The second one is another string.
    assert.strictEqual(first, second);
  });
});
