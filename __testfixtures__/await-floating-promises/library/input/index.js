const { appendFile } = require('fs/promises');

exports.log = (line) => {
  appendFile('/tmp/out.log', line);
};
