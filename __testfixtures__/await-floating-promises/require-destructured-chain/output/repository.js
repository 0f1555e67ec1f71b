const { appendFile } = require('fs/promises');

exports.insert = async (line) => {
  await appendFile('/tmp/leakfix-out.log', line);
};
