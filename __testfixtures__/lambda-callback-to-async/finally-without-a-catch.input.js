exports.handler = (event, context, callback) => {
  try {
    if (!event.id) return callback(new Error('no id'));
    const order = JSON.parse(event.order);
    return callback(null, order.total);
  } finally {
    console.log('done');
  }
};
