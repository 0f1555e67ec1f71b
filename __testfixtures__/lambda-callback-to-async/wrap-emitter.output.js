const { EventEmitter } = require('events');

function ask(name) {
  const question = new EventEmitter();
  setTimeout(() => {
    if (name === 'down') question.emit('error', new TypeError('nobody there'));
    else question.emit('answer', name.length);
  }, 2);
  return question;
}

exports.handler = async (event, context) => new Promise((resolve, reject) => {
  const callback = (err, result) => (err === undefined || err === null ? resolve(result) : reject(err));
  const question = ask(event.name);
  question.on('answer', (length) => {
    if (length === 0) {
      callback(0);
      return;
    }
    callback(null, { length });
    callback(new Error('said too late'));
  });
  question.on('error', callback);
});
