const { setTimeout: pause } = require('timers/promises');

exports.handler = (event, context) => {
  setTimeout(() => console.log('a little later'), 20);
  if (event.isUnknown) return Promise.reject(new Error('no order'));
  return pause(5).then(() => 'OK');
};
