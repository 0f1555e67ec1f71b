const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
let rounds = 0;
const count = () => {
  rounds += 1;
};

exports.handler = async (event) => {
  const timer = setTimeoutAsync(5).then(() => count());
  try {
    return { n: event.n, rounds };
  } finally {
    await timer;
  }
};
