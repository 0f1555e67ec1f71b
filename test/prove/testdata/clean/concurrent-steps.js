const { setTimeout: sleep } = require('timers/promises');

async function step(n) {
  await sleep(n);
  return n;
}

exports.handler = async () => {
  const first = step(10);
  const second = step(20);
  return [await first, await second];
};
