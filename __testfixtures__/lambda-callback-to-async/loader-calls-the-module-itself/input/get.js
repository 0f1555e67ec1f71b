exports.get = (event, context, callback) => {
  callback(null, { statusCode: 200, body: event.body });
};
