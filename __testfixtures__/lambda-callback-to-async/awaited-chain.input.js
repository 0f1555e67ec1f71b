const { setTimeout: wait } = require('timers/promises');

const find = async (id) => {
  await wait(5);
  if (!id) throw new Error('no id');
  return { id };
};

exports.found = async (event, context, callback) => {
  await find(event.id)
    .then((order) => callback(null, order))
    .catch((err) => callback(err));
};

exports.named = async (event, context, callback) => {
  const respond = (statusCode, body) => callback(null, { statusCode, body });
  if (event.id === 'none') return respond(404, '');
  await find(event.id)
    .then((order) => callback(null, { statusCode: 200, body: order.id }))
    .catch((err) => {
      console.error(err.message);
      respond(500, err.message);
    });
};

exports.each = async (event, context, callback) => {
  const orders = await Promise.all((event.ids || []).map(async (id) => find(id)));
  orders.forEach((order) => console.log(order.id));
  callback(null, orders.length);
};
