exports.handler = (event, context, callback) =>
  event.path ? callback(null, event.path) : callback(new Error('no path'));
