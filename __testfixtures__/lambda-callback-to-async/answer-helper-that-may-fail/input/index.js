const { ok, failed } = require('./answers');

exports.handler = (event, context, callback) => {
  if (!event.id) return failed(callback, 'no id');
  ok(callback, { id: event.id });
};
