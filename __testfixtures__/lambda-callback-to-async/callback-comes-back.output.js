function readOrder(text) {
  const order = JSON.parse(text);
  return order;
}

exports.handler = async (event, context) => {
  const order = await readOrder(event.body);
  return { customer: order.customer.name };
};
