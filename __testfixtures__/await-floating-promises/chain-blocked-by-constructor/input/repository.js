const fs = require('fs');

exports.insert = (name) => {
  write(name);
  return name.length;
};

function write(line) {
  fs.promises.appendFile('/tmp/people.log', line);
}
