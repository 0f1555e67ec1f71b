const fs = require('fs');

exports.log = async (line) => {
  fs.promises.appendFile('/tmp/out.log', line + '\n');
  return line.length;
};
