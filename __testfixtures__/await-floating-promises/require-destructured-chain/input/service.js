const repository = require('./repository');

function record(line) {
  repository.insert(line);
  return line.length;
}

module.exports = { record };
