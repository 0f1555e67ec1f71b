const { setTimeout: sleep } = require('timers/promises');

function plain() {
  const await = 1;
  return await;
}

exports.run = async () => {
  sleep(10);
  return plain();
};
