const answers = require('./answers');

exports.handler = (event, context, callback) => {
  if (!event.id) {
    answers.failed('no id');
    return;
  }
  answers.ok(callback, { id: event.id });
};
