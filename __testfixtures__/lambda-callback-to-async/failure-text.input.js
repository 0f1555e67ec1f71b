exports.handler = (event, context, callback) => {
  if (!event.token) {
    callback('Unauthorized');
    return;
  }
  callback(null, { user: event.token });
};
