'use strict';

const fs = require('fs');

exports.read = function (key, cb) {
  fs.readFile(`/tmp/${key}`, 'utf8', function (err, text) {
    if (err) return cb(err);
    cb(null, JSON.parse(text));
  });
};

exports.write = function (key, value, cb) {
  fs.writeFile(`/tmp/${key}`, JSON.stringify(value), cb);
};
