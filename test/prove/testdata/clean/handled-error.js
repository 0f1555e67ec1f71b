const { setTimeout: sleep } = require('timers/promises');

exports.handler = async () => {
  await sleep(5);
  throw new Error('expected');
};
