const { opendir } = require('fs/promises');

exports.handler = async ({ folder }) => {
  const directory = await opendir(folder);
  const entry = await directory.read();
  return entry.name;
};
