const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  const first = appendFile('/tmp/leakfix-out.log', event.line);
  const second = appendFile('/tmp/leakfix-out.log', event.line);
  const third = appendFile('/tmp/leakfix-out.log', event.line);
  await Promise.all([first, second]);
  console.log(event.line);
  await third;
  const passed = appendFile('/tmp/leakfix-out.log', event.line);
  return passed;
};
