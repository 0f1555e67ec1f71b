const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  await sleep(10);
  await new Promise((resolve) => {
    setTimeout(() => {
      console.log('in time');
      resolve();
    }, 10);
  });
  return 'OK';
};
