// An exception of the timer is not caught here.
exports.handler = (event, context, callback) => {
  try {
    setTimeout(() => callback(null, event.item.name), 10);
  } catch (err) {
    callback(null, 'no name');
  }
};
