const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  const timer = setTimeoutAsync(30).then(() => console.log('second'));
  try {
    await setTimeoutAsync(10);
    console.log('first');
    return 'OK';
  } finally {
    await timer;
  }
};
