const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const lookUp = async (n) => {
  if (n > 1) throw new Error('not there');
  return { n };
};

exports.handler = async (event) => {
  const timer = setTimeoutAsync(5).then(() => {
    console.log('in the meantime');
  });

  try {
    // It takes a while.
    const found = await lookUp(event.n);
    return await lookUp(found.n);
  } finally {
    await timer;
  }
};
