exports.handler = (event, context, callback) => callback(null, { statusCode: 200, body: event.path });

exports.other = (event, context, callback) =>
  event.path ? callback(null, event.path) : callback(new Error('no path'));
