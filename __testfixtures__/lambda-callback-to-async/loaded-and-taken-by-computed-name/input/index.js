exports.handler = (event, context, callback) => {
  const job = require('./jobs/' + event.job);
  job[event.action](event, context, callback);
};
