const fs = require('fs');
const os = require('os');
const path = require('path');
const { promisify } = require('util');

const writeFileAsync = promisify(fs.writeFile);

const file = path.join(os.tmpdir(), 'leakfix-helper.txt');

async function save(text) {
  await writeFileAsync(file, text);
}

exports.handler = async (event) => {
  await save(event.text);
  return { saved: event.text.length };
};
