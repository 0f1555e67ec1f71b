const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

async function remindLater(n) {
  await setTimeoutAsync(10);
  console.log('reminder', n);
}

exports.handler = async (event) => {
  const n = Number(event.n);
  await remindLater(n);
  return 'OK';
};
