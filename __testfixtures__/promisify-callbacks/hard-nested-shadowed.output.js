const crypto = require('crypto');
const { promisify } = require('util');

const pbkdf2Async = promisify(crypto.pbkdf2);
const randomBytesAsync = promisify(crypto.randomBytes);

async function digest(secret, salt) {
  const key = await pbkdf2Async(secret, salt, 10, 8, 'sha1');
  return key.toString('hex');
}

exports.handler = async (event) => {
  const salt = await randomBytesAsync(4);
  const err2 = 'unused';
  const key = await digest(event.secret, salt);
  const salt2 = await randomBytesAsync(2);
  console.log(key.length, salt2.length, err2);
};
