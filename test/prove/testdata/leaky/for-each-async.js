// leaks: late-execution
const { setTimeout: sleep } = require('timers/promises');

exports.handler = async () => {
  [1, 2, 3].forEach(async (n) => {
    await sleep(10 * n);
    console.log(n);
  });
  return 'ok';
};
