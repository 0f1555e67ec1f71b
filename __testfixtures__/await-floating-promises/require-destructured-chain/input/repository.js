const { appendFile } = require('fs/promises');

exports.insert = (line) => {
  appendFile('/tmp/leakfix-out.log', line);
};
