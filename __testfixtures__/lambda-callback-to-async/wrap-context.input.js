const { EventEmitter } = require('events');

function ask(name) {
  const question = new EventEmitter();
  setTimeout(() => question.emit(name), 2);
  return question;
}

exports.handler = function (event, context) {
  const question = ask(event.name);
  question.on('well', function () {
    context.succeed({ said: 'well' });
  });
  question.on('badly', () => context.fail());
  question.on('both', () => context.done(event.error, 'nothing'));
};
