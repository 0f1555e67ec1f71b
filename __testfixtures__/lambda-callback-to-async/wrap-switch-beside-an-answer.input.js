const { EventEmitter } = require('events');

exports.handler = (event, context, callback) => {
  context.callbackWaitsForEmptyEventLoop = true;
  const jobs = new EventEmitter();
  if (event.none) { context.callbackWaitsForEmptyEventLoop = false; callback(null, 'none'); return; }
  jobs.on('done', (result) => callback(null, result));
  jobs.emit('done', event.id);
};
