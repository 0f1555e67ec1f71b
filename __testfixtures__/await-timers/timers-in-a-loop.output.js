const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  const timers = [];
  try {
    for (let i = 0; i < event.n; i += 1) {
      timers.push(setTimeoutAsync(10).then(() => {
        console.log('round', i);
      }));
    }
    return 'OK';
  } finally {
    await Promise.all(timers);
  }
};
