const orders = require('./orders');
const { price } = require('./orders');

exports.found = (event, context, callback) => {
  orders
    .find(event) // by its id
    .then((order) => orders.label({ query: order })) // for people
    .then((label) => {
      callback(null, { label });
    })
    .catch((err) => callback(null, `failed: ${err.message}`));
};

exports.priced = (event, context, callback) => {
  price(event)
    .then((cents) => callback(null, { cents }))
    .catch((err) => callback(null, `failed: ${err.message}`));
};

exports.labelled = (event, context, callback) => {
  orders.label(event)
    .then((label) => callback(null, { label }))
    .catch((err) => callback(null, `failed: ${err.message}`));
};

exports.nested = (event, context, callback) => {
  orders.nested.find(event)
    .then((id) => callback(null, { id }))
    .catch((err) => callback(null, `failed: ${err.message}`));
};
