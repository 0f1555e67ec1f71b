const assert = require('assert');
const demand = require('must');
const expect = require('chai').expect;
const fs = require('fs');
const should = require('should');
const test = require('tape');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);
const unlinkAsync = promisify(fs.unlink);

describe('an assertion that fails for every error is what an await does', () => {
  it('must', async () => {
    const bytes = await readFileAsync('a');
    demand(bytes.length).be(3);
  });

  it('should', async () => {
    const bytes = await readFileAsync('a');
    bytes.length.should.equal(3);
  });

  it('chai', async () => {
    await unlinkAsync('a');
  });
});

describe('any other assertion gets the error', () => {
  it('compares it', async () => {
    let err = null;
    try {
      await unlinkAsync('a');
    } catch (error) {
      err = error;
    }
    assert.equal(err, null, 'a is gone');
  });

  it('comes late', async () => {
    let err = null;
    let bytes;
    try {
      bytes = await readFileAsync('a');
    } catch (error) {
      err = error;
    }
    assert.notEqual(bytes, null);
    assert.ifError(err);
  });

  it('wants one', async () => {
    let err = null;
    try {
      await unlinkAsync('a');
    } catch (error) {
      err = error;
    }
    expect(err).to.exist;
  });
});

// An assertion of tape notes the failure, and the test goes on.
test('tape', async (t) => {
  let err = null;
  let bytes;
  try {
    bytes = await readFileAsync('a');
  } catch (error) {
    err = error;
  }
  t.error(err);
  t.ok(bytes);
});
