// leaks: late-execution
const { setTimeout: sleep } = require('timers/promises');

exports.handler = async () => {
  const slow = sleep(40).then(() => console.log('late'));
  await Promise.all([slow, Promise.reject(new Error('early'))]);
};
