const { appendFile } = require('fs/promises');

exports.run = async (lines) => {
  lines.forEach(async (line) => {
    await appendFile('/tmp/out.log', line);
  });
};
