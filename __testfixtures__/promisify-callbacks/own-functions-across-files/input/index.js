'use strict';

const counter = require('./counter');

exports.handler = async (event) => {
  counter.increment(event.key, (err, count) => {
    if (err) throw err;
    console.log('counted', count);
  });
};
