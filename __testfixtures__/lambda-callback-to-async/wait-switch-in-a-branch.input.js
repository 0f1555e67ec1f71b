exports.handler = function (event, context, callback) {
  console.log('received', event.id);
  if (event.ok) {
    console.log('accepted');
    context.callbackWaitsForEmptyEventLoop = false;
    callback(null);
  } else if (event.none) {
    context.callbackWaitsForEmptyEventLoop = false;
    callback();
  } else {
    context.callbackWaitsForEmptyEventLoop = false;
    callback(new Error('refused'), 'not used');
  }
};
