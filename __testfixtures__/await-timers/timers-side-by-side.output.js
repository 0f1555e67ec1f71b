const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const setImmediateAsync = promisify(setImmediate);

exports.handler = async (event) => {
  const timers = [
    setTimeoutAsync(30).then(() => {
      console.log('second', event.id);
      console.log('done');
    }),
    setTimeoutAsync(10).then(() => console.log('first')),
    setImmediateAsync().then(() => console.log('at once')),
  ];
  try {
    const orders = event.ids.map((id) => id.toUpperCase());
    console.log('more to do');
    return orders.join();
  } finally {
    await Promise.all(timers);
  }
};
