const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const work = async () => {
  console.log('now it is sure to run');
};

exports.handler = async (event, context) => {
  console.log('always runs');
  await setTimeoutAsync(100);
  await work();
  return { hello: 'world' };
};
