const { setTimeout: pause } = require('timers/promises');

exports.handler = async (event) => {
  const answer = pause(event.ms).then(() => event.id.toUpperCase());
  setTimeout(() => event.report(), 10);
  return answer;
};
