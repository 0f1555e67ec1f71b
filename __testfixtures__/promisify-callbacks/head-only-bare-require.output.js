'use strict';

require('./setup');
const { promisify } = require('util');

const statAsync = promisify(require('fs').stat);

module.exports.sizeOf = async (file) => {
  const stats = await statAsync(file);
  console.log(stats.size);
};
