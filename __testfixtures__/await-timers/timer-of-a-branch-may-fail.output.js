const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const audit = (n) => {
  if (n > 1) throw new Error('no audit');
};

exports.handler = async (event) => {
  const n = Number(event.n);
  const failures = [];
  let timer;
  try {
    if (n > 1) timer = setTimeoutAsync(20).then(() => audit(2)).catch((error) => failures.push(error));
    const found = await Promise.resolve(n);
    if (found > 1) throw new Error('too many');
    return found;
  } catch (error) {
    failures.push(error);
    throw error;
  } finally {
    await timer;
    if (failures.length > 0) throw failures[0];
  }
};
