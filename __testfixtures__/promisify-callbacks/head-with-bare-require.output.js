'use strict';

require('dotenv').config({ path: './.env' });
require('./setup');

var fs = require('fs');
const { promisify } = require('util');

const statAsync = promisify(fs.stat);

module.exports.sizeOf = async (file) => {
  const stats = await statAsync(file);
  console.log(stats.size);
};
