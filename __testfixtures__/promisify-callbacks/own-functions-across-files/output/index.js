'use strict';

const counter = require('./counter');

exports.handler = async (event) => {
  const count = await counter.increment(event.key);
  console.log('counted', count);
};
