const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  appendFile('/tmp/leakfix-out.log', event.line).catch((error) => {
    console.error(error);
  });
  appendFile('/tmp/leakfix-out.log', event.line)
    .then(() => 'written', () => 'lost')
    .finally(() => {
      console.log('done');
    });
  return 'ok';
};
