const { recordVisit, findOrder } = require('./orders');

exports.handler = (event, context, callback) => {
  const visit = recordVisit(event);

  switch (event.kind) {
    case 'order':
      findOrder(event.id)
        .then((order) => callback(null, order))
        .catch((err) => callback(err));
      break;

    case 'visit':
      visit
        .then((count) => callback(null, count))
        .catch((err) => callback(err));
      break;

    default:
      callback(new Error(`unknown kind ${event.kind}`));
  }
};
