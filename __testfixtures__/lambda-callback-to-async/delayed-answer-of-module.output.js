const { setTimeout: later } = require('node:timers');
const timers = require('timers');

exports.handler = async (event, context) => {
  if (event.soon) {
    await new Promise((resolve) => timers.setImmediate(resolve));
    return 'soon';
  } else {
    await new Promise((resolve) => later(resolve, event.wait));
    if (event.error) {
      throw `bad: ${event.error}`;
    } else {
      return 'later';
    }
  }
};
