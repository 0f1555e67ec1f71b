const { exec } = require('child_process');
const util = require('util');

exports.handler = async () => (await util.promisify(exec)('echo x')).stdout;
