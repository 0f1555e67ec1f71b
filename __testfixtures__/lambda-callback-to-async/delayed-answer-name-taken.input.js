// Two names that mean something else here.
const setTimeout = (fn, count) => Array.from({ length: count }, fn);
const timers = require('./timers');

exports.handler = (event, context, callback) => {
  if (event.twice) setTimeout(() => callback(null, 'twice'), 2);
  else timers.setTimeout(() => callback(null, 'later'), 2);
};
