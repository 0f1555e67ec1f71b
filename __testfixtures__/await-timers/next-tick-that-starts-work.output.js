const work = async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
};

exports.handler = async (event) => {
  await new Promise((resolve) => process.nextTick(resolve));
  await work();
  return 'OK';
};
