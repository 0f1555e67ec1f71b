const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

async function reportLater(event) {
  await setTimeoutAsync(20);
  console.log(event.report.id.toUpperCase());
}

exports.handler = async (event) => {
  const failures = [];
  const timer = reportLater(event).catch((error) => failures.push(error));
  try {
    await new Promise((resolve) => setTimeout(resolve, event.ms));
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
