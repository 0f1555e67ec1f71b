// leaks: late-execution pending-request
const crypto = require('crypto');

exports.handler = async () => {
  crypto.pbkdf2('secret', 'salt', 50_000, 64, 'sha512', (error, key) => console.log(key.length));
  return 'ok';
};
