const { promisify } = require('util');

const sleep = promisify(setTimeout);

exports.handler = async (event) => {
  await sleep(1);
  await sleep(10);
  console.log('late');
  return 'OK';
};
