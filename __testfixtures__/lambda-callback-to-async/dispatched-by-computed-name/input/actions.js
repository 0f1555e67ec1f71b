exports.version = (event, context, callback) => {
  callback(null, { version: 3 });
};

exports.health = (event, context, callback) => {
  callback(null, { healthy: true });
};
