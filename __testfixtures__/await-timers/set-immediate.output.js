const { promisify } = require('util');

const setImmediateAsync = promisify(setImmediate);
module.exports.handler = async (event) => {
  // not now
  await setImmediateAsync();
  console.log('right after'); // but soon
  return null;
};
