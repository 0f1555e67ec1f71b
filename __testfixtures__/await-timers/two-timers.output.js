const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  await Promise.all([
    setTimeoutAsync(30).then(() => console.log('second')),
    setTimeoutAsync(10).then(() => console.log('first')),
  ]);
  return 'OK';
};
