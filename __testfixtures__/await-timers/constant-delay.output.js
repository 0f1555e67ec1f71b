const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const DELAY = 2 * 10;

exports.handler = async (event) => {
  await setTimeoutAsync(DELAY);
  console.log('one'); console.log('two');
  return 'OK';
};
