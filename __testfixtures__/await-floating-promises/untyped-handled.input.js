const got = require('got');

exports.run = async (order) => {
  got.post('https://example.com/orders', { json: order }).catch(console.error);
  got.stream('https://example.com/orders');
  got.get('https://example.com/orders', () => undefined);
};
