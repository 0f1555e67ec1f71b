const { setTimeout: pause } = require('timers/promises');

exports.handler = async (event) => {
  const failures = [];
  let timer;
  try {
    if (event.isLate) timer = pause(1).then(() => event.report()).catch((error) => failures.push(error));
    await pause(5);
    if (event.fails) throw new Error('no order');
    return 'OK';
  } catch (error) {
    failures.push(error);
    throw error;
  } finally {
    await timer;
    if (failures.length > 0) throw failures[0];
  }
};
