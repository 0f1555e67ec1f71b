const { appendFile } = require('fs/promises');

exports.handler = (event, context, callback) => {
  appendFile('/tmp/out.log', event.line);
  callback(null, 'ok');
};
