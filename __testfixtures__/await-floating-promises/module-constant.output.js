const { appendFile } = require('fs/promises');

const limits = { lines: 10 };
const names = [];

exports.write = async (line) => {
  const most = limits.lines;
  await appendFile('/tmp/leakfix-out.log', line.slice(0, most));
  return names.includes(line);
};
