const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const audit = (n) => {
  if (n > 1) throw new Error('no audit');
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  const failures = [];
  const timer = setTimeoutAsync(5).then(() => audit(event.n)).catch((error) => failures.push(error));
  try {
    if (event.n === 0) return 'nothing';
    await pause(40);
    if (event.n > 1) throw new Error('too many');
    return 'OK';
  } catch (error) {
    failures.push(error);
    throw error;
  } finally {
    await timer;
    if (failures.length > 0) throw failures[0];
  }
};
