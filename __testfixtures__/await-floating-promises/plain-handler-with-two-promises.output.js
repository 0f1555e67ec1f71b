const { appendFile } = require('fs/promises');

exports.handler = async (event, context) => {
  await appendFile('/tmp/leakfix-out.log', event.line);
  await appendFile('/tmp/leakfix-out.log', '\n');
};
