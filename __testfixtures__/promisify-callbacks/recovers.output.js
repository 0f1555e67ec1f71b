const fs = require('fs');
const util = require('util');

const readFileAsync = util.promisify(fs.readFile);

async function settings(response) {
  let text;
  try {
    text = await readFileAsync('settings.json', 'utf8');
  } catch {
    response.end('{}');
    return;
  }
  response.end(text);
}

exports.settings = settings;
