'use strict';

const store = require('./store');
const { promisify } = require('util');

exports.increment = async function (key) {
  const count = await store.read(key);
  await store.write(key, count + 1);
  return count + 1;
};
