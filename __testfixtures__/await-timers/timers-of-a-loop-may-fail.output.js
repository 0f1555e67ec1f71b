const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const audit = (n) => {
  if (n > 1) throw new Error('no audit');
  console.log('audited', n);
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  const failures = [];
  const timers = [];
  try {
    for (let i = 0; i <= event.n; i += 1) {
      timers.push(setTimeoutAsync(5).then(() => audit(i)).catch((error) => failures.push(error)));
    }
    if (event.n === 0) return 'nothing';
    await pause(30);
    return 'OK';
  } catch (error) {
    failures.push(error);
    throw error;
  } finally {
    await Promise.all(timers);
    if (failures.length > 0) throw failures[0];
  }
};
