const fs = require('fs');

function Store(folder) {
  this.folder = folder;
}

Store.prototype.read = function () {
  return new Promise(function (resolve, reject) {
    fs.readFile(this.folder, (err, bytes) => (err ? reject(err) : resolve(bytes)));
  });
};

module.exports = Store;
