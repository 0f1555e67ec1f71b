const work = async () => {
  console.log('now it is sure to run');
};

exports.handler = async (event, context) => {
  console.log('always runs');
  setTimeout(async () => {
    await work();
  }, 100);
  return { hello: 'world' };
};
