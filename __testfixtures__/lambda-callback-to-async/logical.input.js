exports.handler = (event, context, callback) => {
  event.id || callback(new Error('no id'));
  event.id && callback(null, event.id);
};
