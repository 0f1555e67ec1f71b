const { setTimeout: later } = require('node:timers');
const timers = require('timers');

exports.handler = (event, context, callback) => {
  if (event.soon) {
    timers.setImmediate(() => {
      callback(null, 'soon');
    });
  } else {
    later(() => (event.error ? callback(`bad: ${event.error}`) : callback(null, 'later')), event.wait);
  }
};
