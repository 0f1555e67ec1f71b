const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  await setTimeoutAsync(10).then(() => {
    if (event.n > 1) return;
    console.log('one');
  });
  return 'OK';
};
