'use strict';

require('./setup');

module.exports.sizeOf = async (file) => {
  require('fs').stat(file, (err, stats) => {
    if (err) throw err;
    console.log(stats.size);
  });
};
