const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  const first = await new Promise(async (resolve, reject) => {
    if (!event.line) return reject(new Error('nothing to write'));
    resolve(event.line);
    await appendFile('/tmp/leakfix-out.log', event.line);
  });
  return first;
};
