const { ok } = require('./answers');

exports.handler = (event, context, callback) => {
  ok(callback, { id: event.id });
};
