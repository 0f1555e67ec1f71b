const { readFile } = require('fs/promises');

exports.handler = async (event) => {
  const reading = readFile(event.path, 'utf8');
  const text = async () => (await reading).trim();
  return text();
};
