function stampLater(order) {
  setTimeout(() => {
    order.late = true;
  }, 20);
}

exports.handler = async (event) => {
  const order = { id: event.id };
  stampLater(order);
  return order;
};
