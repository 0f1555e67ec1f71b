const { promisify } = require('util');

const sleep = promisify(setTimeout);

exports.handler = async (event) => {
  await sleep(1);
  setTimeout(() => console.log('late'), 10);
  return 'OK';
};
