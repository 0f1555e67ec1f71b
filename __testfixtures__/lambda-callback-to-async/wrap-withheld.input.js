const { EventEmitter } = require('events');

exports.handler = (event, context, callback) => {
  const question = new EventEmitter();
  question.on('answer', (length) => callback(null, length));
  setTimeout(() => question.emit('answer', event.name.length), 2);
};
