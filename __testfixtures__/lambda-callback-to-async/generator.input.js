exports.handler = function* (event, context, callback) {
  callback(null, yield event.id);
};
