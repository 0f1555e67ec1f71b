'use strict';
const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

function report(id, text) {
  console.log(id, text);
}

exports.handler = async (event, context) => {
  await Promise.all([
    setTimeoutAsync(10).then(() => report(event, 'first')),
    setTimeoutAsync(30).then(() => report(event, 'done')),
  ]);
  return true;
};
