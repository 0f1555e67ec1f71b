const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const lookUp = async (n) => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  if (n > 1) throw new Error('not there');
  return n;
};

exports.handler = async (event) => {
  const found = lookUp(event.n);
  const timer = setTimeoutAsync(20).then(() => console.log('later'));
  try {
    return await found;
  } finally {
    await timer;
  }
};
