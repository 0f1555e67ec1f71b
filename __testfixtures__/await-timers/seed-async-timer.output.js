const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const sendMetrics = async (name) => {
  console.log(JSON.stringify({ metric: name }));
};

exports.handler = async (event) => {
  console.log('always runs');
  await setTimeoutAsync(30);
  await sendMetrics(event.name);
  return { greeting: 'hello' };
};
