const { setTimeout: pause } = require('timers/promises');

exports.handler = async (event) => {
  queueMicrotask(async () => {
    await pause(5);
    console.log('visited', event.id);
  });
  return 'OK';
};
