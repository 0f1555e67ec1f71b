function readOrder(text, done) {
  try {
    done(null, JSON.parse(text));
  } catch (error) {
    done(error);
  }
}

exports.handler = (event, context, callback) => {
  readOrder(event.body, (err, order) => {
    // An order without a customer comes here a second time, as an error.
    if (err) return callback(null, { statusCode: 400, body: err.name });
    callback(null, { statusCode: 200, body: order.customer.name });
  });
};
