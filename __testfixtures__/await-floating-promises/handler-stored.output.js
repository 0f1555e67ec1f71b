const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  const written = await appendFile('/tmp/leakfix-out.log', event.line);
  return 'ok';
};
