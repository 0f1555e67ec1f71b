const crypto = require('crypto');
const { promisify } = require('util');

const tokenAsync = promisify(token);

function token(size, done) {
  if (typeof size === 'function') {
    done = size;
    size = 16;
  }
  crypto.randomBytes(size, done);
}

exports.print = async () => {
  const bytes = await tokenAsync();
  console.log(bytes.toString('hex'));
};
