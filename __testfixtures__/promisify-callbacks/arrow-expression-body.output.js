const fs = require('fs');
const { promisify } = require('util');

const unlinkAsync = promisify(fs.unlink);

exports.remove = async (path) => {
  await unlinkAsync(path);
};
