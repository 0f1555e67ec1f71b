const { appendFile } = require('fs/promises');

exports.handler = (event, context) => {
  appendFile('/tmp/leakfix-out.log', event.line);
  void appendFile('/tmp/leakfix-out.log', '\n');
};
