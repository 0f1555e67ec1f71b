const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async function (event) {
  if (event.n > 1) {
    await setTimeoutAsync(5);
    const late = event.n;
    console.log(late);
  }
};
