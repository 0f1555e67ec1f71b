const jwt = require('jsonwebtoken');
const { promisify } = require('util');

const signAsync = promisify(jwt.sign);

async function issue(payload) {
  const token = await signAsync(payload, process.env.SECRET, { expiresIn: '1h' });
  console.log(token);
}

module.exports = issue;
