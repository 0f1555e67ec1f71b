const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const audit = (n) => {
  if (n > 1) throw new TypeError('no audit');
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  const failures = [];
  let timer;
  try {
    timer = setTimeoutAsync(5).then(() => audit(event.n)).catch((error) => failures.push(error));
    if (event.n === 0) return 'nothing';
    await pause(40);
    return 'OK';
  } catch (error) {
    return 'caught';
  } finally {
    await timer;
    if (failures.length > 0) throw failures[0];
  }
};
