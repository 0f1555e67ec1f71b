const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  const text = String(event.n);
  await setTimeoutAsync(10).then(() => {
    const text = 'late';
    console.log(text);
  });
  return text;
};
