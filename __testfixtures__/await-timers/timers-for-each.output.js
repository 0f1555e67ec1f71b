const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  const timers = [];
  try {
    [1, 2].forEach((n) => {
      timers.push(setTimeoutAsync(10).then(() => console.log(n)));
    });
    return 'OK';
  } finally {
    await Promise.all(timers);
  }
};
