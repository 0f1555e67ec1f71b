const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  if (event.isLate) await setTimeoutAsync(10).then(() => console.log('late'));
  return 'OK';
};
