const { setTimeout: sleep } = require('timers/promises');

exports.handler = async () => {
  const results = await Promise.allSettled([sleep(10), sleep(20), Promise.reject(new Error('x'))]);
  return results.length;
};
