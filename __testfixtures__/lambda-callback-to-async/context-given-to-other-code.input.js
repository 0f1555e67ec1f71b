const { find } = require('./find');

function answerLater(context, text) {
  setImmediate(() => context.succeed(text));
  console.log('later');
}

exports.handler = function (event, context) {
  if (event.id) find(event.id, context);
  else if (event.later) answerLater(context, 'later');
  else context.fail('no id');
};
