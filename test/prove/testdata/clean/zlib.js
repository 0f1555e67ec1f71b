const util = require('util');
const zlib = require('zlib');

exports.handler = async () => (await util.promisify(zlib.gzip)('x'.repeat(100_000))).length > 0;
