const fs = require('fs');

exports.handler = async (event) => {
  const fd = fs.openSync(__filename, 'r');
  const bytes = Buffer.alloc(5);
  if (event.id === 3) throw new Error('not this one');
  fs.readSync(fd, bytes, 0, 5, 0);
  fs.closeSync(fd);
  return bytes.toString();
};
