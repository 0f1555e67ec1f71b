const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  await setTimeoutAsync(10);
  console.log('late');
  return 'OK';
};
