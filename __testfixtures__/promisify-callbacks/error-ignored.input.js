const fs = require('fs');

exports.cleanUp = async function (path) {
  fs.unlink(path, () => {
    console.log('gone, or never there');
  });
};
