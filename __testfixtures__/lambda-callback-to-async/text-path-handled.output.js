const fs = require('fs');
const path = require('path');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

exports.handler = async (event, context) => {
  const file = path.join(__dirname, `${event.name}.txt`);
  let text;
  try {
    text = await readFileAsync(file, 'utf8');
  } catch (err) {
    console.error(err.code);
    return { statusCode: 404 };
  }
  return { statusCode: 200, body: text };
};
