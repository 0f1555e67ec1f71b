const fs = require('fs');
const { promisify } = require('util');

const appendFileAsync = promisify(fs.appendFile);

async function remember(line) {
  await appendFileAsync('audit.log', `${line}\n`);
}

exports.handler = async (event) => {
  await remember(event.id);
  return { statusCode: 204 };
};
