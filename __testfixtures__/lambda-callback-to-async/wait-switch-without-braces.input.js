exports.handler = function (event, context, callback) {
  if (event.fast) context.callbackWaitsForEmptyEventLoop = false;
  callback(null, event.id);
};
