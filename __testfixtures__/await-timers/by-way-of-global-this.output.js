const { promisify } = require('util');

const setTimeoutAsync = promisify(globalThis.setTimeout);

exports.handler = async (event) => {
  await setTimeoutAsync(5);
  console.log('later');
  return 'OK';
};
