exports.handler = async (event, context) => {
  try {
    if (!event.id) throw new Error('no id');
    const order = JSON.parse(event.order);
    return order.total;
  } finally {
    console.log('done');
  }
};
