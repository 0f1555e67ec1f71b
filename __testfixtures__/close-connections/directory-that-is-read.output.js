const { opendir } = require('fs/promises');

exports.handler = async ({ folder }) => {
  const directory = await opendir(folder);
  try {
    const entry = await directory.read();
    return entry.name;
  } finally {
    await directory.close();
  }
};
