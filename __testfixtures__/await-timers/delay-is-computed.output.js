const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const UNIT = 10;

exports.handler = async (event) => {
  await setTimeoutAsync((UNIT - 5) * 2 + 1);
  console.log('later');
  return event.n;
};
