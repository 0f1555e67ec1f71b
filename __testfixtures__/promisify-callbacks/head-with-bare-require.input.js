'use strict';

require('dotenv').config({ path: './.env' });
require('./setup');

var fs = require('fs');

module.exports.sizeOf = async (file) => {
  fs.stat(file, (err, stats) => {
    if (err) throw err;
    console.log(stats.size);
  });
};
