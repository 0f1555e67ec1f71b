const work = async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
};

exports.handler = async (event) => {
  process.nextTick(() => work());
  return 'OK';
};
