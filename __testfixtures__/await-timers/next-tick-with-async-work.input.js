const save = (n) => new Promise((resolve) => setTimeout(resolve, 10, n));

exports.handler = async (event) => {
  process.nextTick(async () => {
    await save(event.n);
    console.log('saved');
  });
  return 'OK';
};
