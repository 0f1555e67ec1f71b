'use strict';
const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

function report(id, text) {
  console.log(id, text);
}

exports.handler = async (event, context) => {
  setTimeout(report, 10, context.functionName, 'done');
  await setTimeoutAsync(30);
  report(event, 'done');
  return true;
};
