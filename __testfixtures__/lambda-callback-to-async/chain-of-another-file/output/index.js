const orders = require('./orders');
const { price } = require('./orders');

exports.found = async (event, context) => {
  try {
    const label = await orders
      .find(event) // by its id
      .then((order) => orders.label({ query: order })); // for people
    return { label };
  } catch (err) {
    return `failed: ${err.message}`;
  }
};

exports.priced = async (event, context) => {
  try {
    const cents = await price(event);
    return { cents };
  } catch (err) {
    return `failed: ${err.message}`;
  }
};

exports.labelled = async (event, context) => {
  const pending = orders.label(event);
  try {
    const label = await pending;
    return { label };
  } catch (err) {
    return `failed: ${err.message}`;
  }
};

exports.nested = async (event, context) => {
  const pending = orders.nested.find(event);
  try {
    const id = await pending;
    return { id };
  } catch (err) {
    return `failed: ${err.message}`;
  }
};
