exports.handler = (event, context, callback) => {
  const job = require('./jobs/' + event.job);
  job.handler(event, context, callback);
};
