exports.handler = async (event) => {
  const order = { n: event.n, state: 'new' };
  setTimeout(() => {
    order.state = 'sent';
  }, 5);
  return { statusCode: 200, body: JSON.stringify(order) };
};
