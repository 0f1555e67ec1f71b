const zlib = require('zlib');
const { promisify } = require('util');

const deflateAsync = promisify(zlib.deflate);
const inflateAsync = promisify(zlib.inflate);

async function pack(text) {
  const packed = await deflateAsync(text);
  return packed.toString('base64');
}

async function unpack(packed) {
  const text = await inflateAsync(Buffer.from(packed, 'base64'));
  return text.toString();
}

exports.handler = async (event) => {
  const packed = event.packed || (await pack(event.text));
  const text = await unpack(packed);
  return { packed, text };
};
