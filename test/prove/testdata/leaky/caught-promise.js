// leaks: late-execution
const { setTimeout: sleep } = require('timers/promises');

exports.handler = async () => {
  sleep(20)
    .then(() => console.log('late'))
    .catch(console.error);
  return 'ok';
};
