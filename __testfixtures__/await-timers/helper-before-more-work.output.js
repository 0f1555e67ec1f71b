const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

async function remindLater(n) {
  await setTimeoutAsync(10);
  console.log('reminder', n);
}

exports.handler = async (event) => {
  const timer = remindLater(event.n);
  try {
    console.log('more to do');
    return 'OK';
  } finally {
    await timer;
  }
};
