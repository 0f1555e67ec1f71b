const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

const setImmediateAsync = promisify(setImmediate);

module.exports.handler = async (event) => {
  // not now
  await setImmediateAsync();
  await setTimeoutAsync(5);
  console.log('right after'); // but soon
  return null;
};
