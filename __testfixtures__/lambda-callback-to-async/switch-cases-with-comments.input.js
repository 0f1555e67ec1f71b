const { setTimeout: wait } = require('timers/promises');

const find = async (id) => {
  await wait(2);
  if (!id) throw new Error('no id');
  return { id };
};

exports.handler = (event, context, callback) => {
  switch (event.kind) {
    case 'order':
      // by its id
      find(event.id)
        .then((order) => {
          // never empty
          callback(null, { order: order.id });
        })
        .catch((err) => callback(err));
      break;

    case 'item': // part of an order
      find(event.id)
        .then((item) => callback(null, item))
        .catch((err) => callback(err));
      break;

    default:
      // nothing else is known
      callback(new Error(`unknown kind ${event.kind}`));
  }
};
