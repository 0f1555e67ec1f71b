const { setTimeout: pause } = require('timers/promises');

exports.handler = async (event) => {
  await new Promise((resolve) => queueMicrotask(resolve));
  await pause(5);
  console.log('visited', event.id);
  return 'OK';
};
