const fs = require('fs');

exports.insert = (id, name) => {
  write(`${id}:${name}`);
};

function write(line) {
  fs.promises.appendFile('/tmp/people.log', line);
}
