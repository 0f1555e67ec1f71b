exports.handler = (event, context, callback) => {
  if (event.ready) {
    callback(null, 'ready');
  }
};
