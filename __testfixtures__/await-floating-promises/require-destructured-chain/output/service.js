const repository = require('./repository');

async function record(line) {
  await repository.insert(line);
  return line.length;
}

module.exports = { record };
