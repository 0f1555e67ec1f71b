const { setTimeout: sleep } = require('timers/promises');

exports.handler = async () => {
  const controller = new AbortController();
  const slow = sleep(1000, 'slow', { signal: controller.signal }).catch(() => 'aborted');
  const result = await Promise.race([slow, sleep(5, 'fast')]);
  controller.abort();
  await slow;
  return result;
};
