const { setTimeout: wait } = require('timers/promises');

exports.handler = async (event, context, callback) => {
  await wait(5)
    .then(() => callback(null, event.id))
    .catch((err) => callback(err));
  console.log('answered', event.id);
};
