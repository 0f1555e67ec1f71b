'use strict';

const store = require('./store');

exports.increment = function (key, cb) {
  store.read(key, function (err, count) {
    if (err) return cb(err);
    store.write(key, count + 1, function (err) {
      if (err) return cb(err);
      cb(null, count + 1);
    });
  });
};
