const assert = require('assert');
const fs = require('fs');
const store = require('./store');

describe('the store', function () {
  before(function (done) {
    fs.writeFile('store.txt', ' full \n', done);
  });

  after(done => store.clear('store.txt', done));

  it('gives what is in it', function (done) {
    this.timeout(500);
    store.load('store.txt', function (err, text) {
      assert.ifError(err);
      assert.strictEqual(text, 'full');
      done();
    });
  });

  it('gives it twice', (done) => {
    store.load('store.txt', (err, first) => {
      if (err) {
        return done(err);
      }
      store.load('store.txt', (err, second) => {
        assert.ok(!err, err);
        // The second one is another string.
        assert.strictEqual(first, second);
        done();
      });
    });
  });
});
