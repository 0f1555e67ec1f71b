const { appendFile } = require('fs/promises');

const write = (line) => appendFile('/tmp/leakfix-out.log', line);

exports.handler = async (event) => {
  await write(event.line);
  const written = write('\n');
  const [, size] = await Promise.all([written, write('.')].map((each) => each.catch(() => 0)));
  return size ?? 0;
};
