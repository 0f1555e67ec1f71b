const answers = require('./answers');

exports.handler = (event, context, callback) => {
  if (!event.id) {
    answers.failed('no id');
    return;
  }
  if (event.id === 'gone') return answers.failed(callback, 'gone');
  answers.ok(callback, { id: event.id });
};
