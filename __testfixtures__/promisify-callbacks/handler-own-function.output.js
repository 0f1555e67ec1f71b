const crypto = require('crypto');
const { promisify } = require('util');

const pbkdf2Async = promisify(crypto.pbkdf2);

async function digest(text) {
  if (text === 'forbidden') throw new RangeError('forbidden');
  const key = await pbkdf2Async(text, 'salt', 10, 8, 'sha256');
  return key.toString('hex');
}

exports.handler = async (event) => {
  const text = await digest(event.text);
  return { text };
};
