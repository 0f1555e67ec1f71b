const { setTimeout: pause } = require('timers/promises');

exports.handler = async (event) => {
  const answer = pause(event.ms).then(() => event.id.toUpperCase());
  const failures = [];
  const timer = pause(10).then(() => event.report()).catch((error) => failures.push(error));
  try {
    return await answer;
  } catch (error) {
    failures.push(error);
    throw error;
  } finally {
    await timer;
    if (failures.length > 0) throw failures[0];
  }
};
