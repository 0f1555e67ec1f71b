const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  let timer;
  try {
    timer = setTimeoutAsync(10).then(() => console.log('kept'));
    const answer = await Promise.resolve(event.n);
    if (answer > 1) throw new Error('too many');
    return { answer };
  } catch (error) {
    return { error: error.message };
  } finally {
    await timer;
  }
};
