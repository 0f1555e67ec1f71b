const fs = require('fs');

exports.insert = async (id, name) => {
  await write(`${id}:${name}`);
};

async function write(line) {
  await fs.promises.appendFile('/tmp/people.log', line);
}
