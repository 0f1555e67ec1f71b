// runtime: nodejs24.x
const { setTimeout: sleep } = require('timers/promises');

exports.handler = awslambda.streamifyResponse(async (event, out) => {
  out.write('a');
  await sleep(10);
  out.end('b');
});
