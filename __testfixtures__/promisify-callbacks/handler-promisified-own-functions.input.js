const zlib = require('zlib');
const { promisify } = require('util');

function pack(text, done) {
  zlib.deflate(text, (err, packed) => {
    if (err) return done(err);
    done(null, packed.toString('base64'));
  });
}

const packAsync = promisify(pack);

function unpack(packed, done) {
  zlib.inflate(Buffer.from(packed, 'base64'), (err, text) => {
    if (err) {
      done(err);
      return;
    }
    done(null, text.toString());
  });
}

const unpackAsync = promisify(unpack);

exports.handler = async (event) => {
  const packed = event.packed || (await packAsync(event.text));
  const text = await unpackAsync(packed);
  return { packed, text };
};
