const crypto = require('crypto');

function token(size, done) {
  if (typeof size === 'function') {
    done = size;
    size = 16;
  }
  crypto.randomBytes(size, done);
}

exports.print = async () => {
  token((err, bytes) => {
    if (err) throw err;
    console.log(bytes.toString('hex'));
  });
};
