exports.handler = (event, context, callback) => {
  console.log('received', event);
  if (event.quiet) return callback();
  if (event.empty) return callback(null);
  callback(null, null);
};
