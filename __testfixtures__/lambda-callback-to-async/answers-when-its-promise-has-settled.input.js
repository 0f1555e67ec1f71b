const { setTimeout: wait } = require('timers/promises');

exports.stored = async (event, context, callback) => {
  wait(20)
    .then(() => callback(null, { id: event.id }))
    .catch((err) => callback(err));
};

exports.inner = (event, context, callback) => {
  return wait(20).then(() => {
    wait(20)
      .then(() => callback(null, event.id))
      .catch((err) => callback(err));
  });
};
