const { setTimeout: wait } = require('timers/promises');

const find = async (id) => {
  await wait(5);
  if (!id) throw new Error('no id');
  return { id };
};

exports.found = async (event, context) => {
  return find(event.id);
};

exports.named = async (event, context) => {
  const respond = (statusCode, body) => ({ statusCode, body });
  if (event.id === 'none') return respond(404, '');
  try {
    const order = await find(event.id);
    return { statusCode: 200, body: order.id };
  } catch (err) {
    console.error(err.message);
    return respond(500, err.message);
  }
};

exports.each = async (event, context) => {
  const orders = await Promise.all((event.ids || []).map(async (id) => find(id)));
  orders.forEach((order) => console.log(order.id));
  return orders.length;
};
