const pending = [];

exports.handler = (event, context, callback) => {
  pending.push(callback);
};
