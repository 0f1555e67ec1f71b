const { appendFile } = require('fs/promises');

exports.handler = (event) => {
  appendFile('/tmp/leakfix-out.log', event.line);
  return { ok: true };
};
