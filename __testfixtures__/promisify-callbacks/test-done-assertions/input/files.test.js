const assert = require('assert');
const demand = require('must');
const expect = require('chai').expect;
const fs = require('fs');
const should = require('should');
const test = require('tape');

describe('an assertion that fails for every error is what an await does', () => {
  it('must', (done) => {
    fs.readFile('a', (err, bytes) => {
      demand(err).be.undefined();
      demand(bytes.length).be(3);
      done();
    });
  });

  it('should', (done) => {
    fs.readFile('a', (err, bytes) => {
      should.not.exist(err);
      bytes.length.should.equal(3);
      done();
    });
  });

  it('chai', (done) => {
    fs.unlink('a', (err) => {
      expect(err).to.be.null;
      done();
    });
  });
});

describe('any other assertion gets the error', () => {
  it('compares it', (done) => {
    fs.unlink('a', (err) => {
      assert.equal(err, null, 'a is gone');
      done();
    });
  });

  it('comes late', (done) => {
    fs.readFile('a', (err, bytes) => {
      assert.notEqual(bytes, null);
      assert.ifError(err);
      done();
    });
  });

  it('wants one', (done) => {
    fs.unlink('a', (err) => {
      expect(err).to.exist;
      done();
    });
  });
});

// An assertion of tape notes the failure, and the test goes on.
test('tape', async (t) => {
  fs.readFile('a', (err, bytes) => {
    t.error(err);
    t.ok(bytes);
  });
});
