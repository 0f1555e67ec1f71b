const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  const n = Number(event.n);
  let timer;
  try {
    // only sometimes
    if (n > 1) {
      timer = setTimeoutAsync(5).then(() => console.log('two'));
    }
    const text = await Promise.resolve(`n is ${n}`);
    return text;
  } finally {
    await timer;
  }
};
