const crypto = require('crypto');
const util = require('util');

exports.handler = async () => {
  crypto.randomBytes(16);
  crypto.pbkdf2Sync('secret', 'salt', 10, 16, 'sha256');
  await util.promisify(crypto.pbkdf2)('secret', 'salt', 10, 16, 'sha256');
  return 'ok';
};
