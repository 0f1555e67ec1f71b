const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

exports.handler = async (event, context) => {
  const input = './no/' + event.name;
  let content;
  try {
    content = await readFileAsync(input);
  } catch {
    throw 'Error 404';
  }
  return content.toString();
};
