const fs = require('fs');

exports.remove = async (path) => fs.unlink(path, (err) => {
  if (err) throw err;
});
