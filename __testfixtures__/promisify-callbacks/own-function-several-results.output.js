const crypto = require('crypto');
const { promisify } = require('util');

const randomBytesAsync = promisify(crypto.randomBytes);
const scryptAsync = promisify(crypto.scrypt);

async function saltedHash(password) {
  const salt = await randomBytesAsync(16);
  const hash = await scryptAsync(password, salt, 32);
  return { salt, hash };
}

exports.signUp = async (users, name, password) => {
  const { salt, hash } = await saltedHash(password);
  users.set(name, { salt, hash });
};
