const { setTimeout: wait } = require('timers/promises');

const audit = async (event) => console.log(event.id);

exports.handler = async (event, context, callback) => {
  audit(event);
  wait(20).then(() => {
    callback(null, event.id);
  });
};
