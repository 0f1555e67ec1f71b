const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  await setTimeoutAsync(5);
  console.log('a little', 'later');
  return 'OK';
};
