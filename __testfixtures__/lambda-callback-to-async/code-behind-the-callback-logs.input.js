exports.handler = (event, context, callback) => {
  if (!event.id) {
    callback(new Error('no id'));
  }
  console.log('id', event.id);
  callback(null, event.id);
};
