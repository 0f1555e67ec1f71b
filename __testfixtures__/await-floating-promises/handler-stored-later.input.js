const { appendFile } = require('fs/promises');

let last;

exports.handler = async (event) => {
  let written;
  written = appendFile('/tmp/leakfix-out.log', event.line);
  last = appendFile('/tmp/leakfix-out.log', '\n');
  const both = [appendFile('/tmp/leakfix-out.log', 'a'), appendFile('/tmp/leakfix-out.log', 'b')];
  return 'ok';
};
