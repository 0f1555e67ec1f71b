const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  setTimeout(async () => {
    await appendFile('/tmp/leakfix-out.log', event.line);
  }, 5);
  queueMicrotask(async () => {
    await appendFile('/tmp/leakfix-out.log', 'now');
  });
  return 'ok';
};
