const fs = require('fs');

exports.log = async (line) => {
  await fs.promises.appendFile('/tmp/out.log', line + '\n');
  return line.length;
};
