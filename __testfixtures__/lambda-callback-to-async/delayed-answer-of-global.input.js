exports.handler = (event, context, callback) => {
  globalThis.setTimeout(function () {
    callback(null, event);
  }, 5);
};
