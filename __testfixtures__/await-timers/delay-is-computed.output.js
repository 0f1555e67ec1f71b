const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const UNIT = 10;

exports.handler = async (event) => {
  await setTimeoutAsync((UNIT - 5) * 10 + 1);
  console.log('later');
  return event.n;
};
