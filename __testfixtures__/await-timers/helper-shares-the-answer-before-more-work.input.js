function stampLater(order) {
  setTimeout(() => {
    order.late = true;
  }, 20);
}

exports.handler = async (event) => {
  const order = { id: event.id };
  stampLater(order);
  console.log('more to do');
  return order;
};
