const { appendFile } = require('fs/promises');

exports.log = async (line) => {
  await appendFile('/tmp/out.log', line);
};
