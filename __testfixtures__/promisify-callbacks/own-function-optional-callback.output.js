const fs = require('fs');
const { promisify } = require('util');

const writeFileAsync = promisify(fs.writeFile);

async function save(path, text) {
  await writeFileAsync(path, text);
}

exports.store = async (path) => {
  await save(path, 'stored');
  console.log('stored');
};
