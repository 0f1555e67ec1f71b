const fs = require('fs');

exports.read = (file) => {
  const fd = fs.openSync(file, 'r');
  const stream = fs.createReadStream(file, { fd });
  return new Promise((resolve) => stream.on('close', resolve));
};
