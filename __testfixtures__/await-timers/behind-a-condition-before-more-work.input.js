const { setTimeout: pause } = require('timers/promises');

exports.handler = async (event) => {
  event.isLate && setTimeout(() => event.report(), 1);
  await pause(5);
  if (event.fails) throw new Error('no order');
  return 'OK';
};
