const { appendFile } = require('fs/promises');

/** @type {(line: string, times: { count: number }) => Promise<number>} */
const write = async (line, { count }) => {
  await appendFile('/tmp/leakfix-out.log', line.repeat(count));
  return line.length * count;
};

/** @type {function(string): Promise<number>} */
const note = async function (line) {
  await appendFile('/tmp/leakfix-out.log', line);
  return line.length;
};

exports.run = async (line) => await write(line, { count: 2 }) + await note(line);
