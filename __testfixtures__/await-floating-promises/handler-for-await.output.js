const { appendFile } = require('fs/promises');

async function* lines(event) {
  yield* event.lines;
}

exports.handler = async (event) => {
  for await (const line of lines(event)) await appendFile('/tmp/leakfix-out.log', line);
  return 'ok';
};
