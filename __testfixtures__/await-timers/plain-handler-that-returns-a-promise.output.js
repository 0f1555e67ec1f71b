const { setTimeout: pause } = require('timers/promises');

exports.handler = async (event, context) => {
  const timer = pause(20).then(() => console.log('a little later'));
  try {
    if (event.isUnknown) return await Promise.reject(new Error('no order'));
    return await pause(5).then(() => 'OK');
  } finally {
    await timer;
  }
};
