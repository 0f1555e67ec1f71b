const { appendFile } = require('fs/promises');

let last;

exports.handler = async (event) => {
  let written;
  written = await appendFile('/tmp/leakfix-out.log', event.line);
  last = await appendFile('/tmp/leakfix-out.log', '\n');
  const both = await Promise.all([appendFile('/tmp/leakfix-out.log', 'a'), appendFile('/tmp/leakfix-out.log', 'b')]);
  return 'ok';
};
