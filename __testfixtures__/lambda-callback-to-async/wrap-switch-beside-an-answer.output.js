const { EventEmitter } = require('events');

exports.handler = async (event, context) => new Promise((resolve, reject) => {
  const callback = (err, result) => (err === undefined || err === null ? resolve(result) : reject(err));
  const jobs = new EventEmitter();
  if (event.none) { callback(null, 'none'); return; }
  jobs.on('done', (result) => callback(null, result));
  jobs.emit('done', event.id);
});
