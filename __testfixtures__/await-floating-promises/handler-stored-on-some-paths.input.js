const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  const early = appendFile('/tmp/leakfix-out.log', event.line);
  if (event.dry) return 'dry';
  await early;

  const branch = appendFile('/tmp/leakfix-out.log', event.line);
  if (event.sure) {
    await branch;
  }
  return 'ok';
};
