const { setTimeout: after } = require('node:timers');

exports.handler = async (event) => {
  after(() => console.log('later'), 5);
  return 'OK';
};
