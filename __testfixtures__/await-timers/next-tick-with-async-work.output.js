const save = (n) => new Promise((resolve) => setTimeout(resolve, 10, n));

exports.handler = async (event) => {
  await new Promise((resolve) => process.nextTick(resolve));
  await save(event.n);
  console.log('saved');
  return 'OK';
};
