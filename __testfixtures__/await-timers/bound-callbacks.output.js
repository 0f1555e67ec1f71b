const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const note = (level, text) => console.log(level, text);

exports.handler = async (event) => {
  await Promise.all([
    setTimeoutAsync(5).then(() => note('info', 'later')),
    setTimeoutAsync(10).then(() => console.log('last')),
  ]);
  return 'OK';
};
