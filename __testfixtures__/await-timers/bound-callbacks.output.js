const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const note = (level, text) => console.log(level, text);

exports.handler = async (event) => {
  const timer = setTimeoutAsync(5).then(() => note('info', 'later'));
  try {
    await setTimeoutAsync(10);
    console.log('last');
    return 'OK';
  } finally {
    await timer;
  }
};
