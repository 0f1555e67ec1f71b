const { setTimeout: after } = require('node:timers');
const { promisify } = require('node:util');

const setTimeoutAsync = promisify(after);

exports.handler = async (event) => {
  await setTimeoutAsync(5);
  console.log('later');
  return 'OK';
};
