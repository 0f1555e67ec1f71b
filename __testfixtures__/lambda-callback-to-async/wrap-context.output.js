const { EventEmitter } = require('events');

function ask(name) {
  const question = new EventEmitter();
  setTimeout(() => question.emit(name), 2);
  return question;
}

exports.handler = async function (event, context) {
  return new Promise((resolve, reject) => {
    const done = (err, result) => (err === undefined || err === null ? resolve(result) : reject(err));
    const fail = (err) => reject(err ?? 'handled');
    const question = ask(event.name);
    question.on('well', function () {
      resolve({ said: 'well' });
    });
    question.on('badly', () => fail());
    question.on('both', () => done(event.error, 'nothing'));
  });
};
