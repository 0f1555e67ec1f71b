const fs = require('fs');
const { EventEmitter } = require('events');

exports.run = async (path) => {
  const events = new EventEmitter();
  events.emit('start');
  const stream = fs.createReadStream(path);
  stream.on('data', (chunk) => {
    events.emit('data', chunk);
  });
  stream.resume();
};
