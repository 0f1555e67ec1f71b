const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const audit = (n) => {
  if (n > 1) throw new Error('no audit');
};

exports.handler = async (event) => {
  const failures = [];
  const timer = setTimeoutAsync(20).then(() => audit(event.n)).catch((error) => failures.push(error));
  try {
    const n = await Promise.resolve(event.n);
    if (n > 1) throw new Error('too many');
    return { n };
  } catch (error) {
    failures.push(error);
    throw error;
  } finally {
    await timer;
    if (failures.length > 0) throw failures[0];
  }
};
