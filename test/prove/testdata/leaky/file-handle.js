// leaks: handle-growth fd-growth
const fs = require('fs/promises');

const kept = [];

exports.handler = async () => {
  const handle = await fs.open(__filename);
  kept.push(handle);
  return handle.fd > 0;
};
