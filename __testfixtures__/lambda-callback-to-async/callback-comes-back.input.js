function readOrder(text, done) {
  try {
    const order = JSON.parse(text);
    done(null, order);
  } catch (error) {
    done(error);
  }
}

exports.handler = (event, context, callback) => {
  readOrder(event.body, (err, order) => {
    if (err) return callback(err);
    callback(null, { customer: order.customer.name });
  });
};
