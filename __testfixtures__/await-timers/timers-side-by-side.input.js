exports.handler = async (event) => {
  setTimeout(() => {
    console.log('second', event.id);
    console.log('done');
  }, 30);
  setTimeout(console.log, 10, 'first');
  setImmediate(() => console.log('at once'));
  const orders = event.ids.map((id) => id.toUpperCase());
  console.log('more to do');
  return orders.join();
};
