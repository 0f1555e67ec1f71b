const fs = require('fs/promises');

exports.handler = async () => {
  const handle = await fs.open(__filename);
  try {
    return (await handle.stat()).isFile();
  } finally {
    await handle.close();
  }
};
