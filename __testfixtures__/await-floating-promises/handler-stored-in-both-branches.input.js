const { readFile } = require('fs/promises');

exports.handler = async (event) => {
  const reading = readFile(event.path, 'utf8');
  if (event.short) {
    const text = await reading;
    return text.slice(0, 10);
  } else {
    return { text: await reading };
  }
};
