const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  if (event.n > 1) await setTimeoutAsync(10).then(() => console.log('two'));
  return event.n;
};
