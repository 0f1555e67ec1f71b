const { opendir } = require('fs/promises');

exports.handler = async ({ folder }) => {
  const names = [];
  const directory = await opendir(folder);
  for await (const entry of directory) names.push(entry.name);
  return names;
};
