// leaks: late-execution
const { EventEmitter } = require('events');
const { setTimeout: sleep } = require('timers/promises');

const bus = new EventEmitter();
bus.on('order', async () => {
  await sleep(20);
  console.log('handled');
});

exports.handler = async () => {
  bus.emit('order');
  return 'ok';
};
