const { setTimeout: wait } = require('timers/promises');

const find = async (id) => {
  await wait(2);
  if (!id) throw new Error('no id');
  return { id };
};

exports.handler = async (event, context) => {
  switch (event.kind) {
    case 'order': {
      // by its id
      const order = await find(event.id);
      // never empty
      return { order: order.id };
    }

    case 'item': // part of an order
      return find(event.id);

    default:
      // nothing else is known
      throw new Error(`unknown kind ${event.kind}`);
  }
};
