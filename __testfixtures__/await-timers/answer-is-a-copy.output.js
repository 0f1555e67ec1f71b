const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => {
  const order = { n: event.n, state: 'new' };
  const timer = setTimeoutAsync(5).then(() => {
    order.state = 'sent';
  });
  try {
    return { statusCode: 200, body: JSON.stringify(order) };
  } finally {
    await timer;
  }
};
