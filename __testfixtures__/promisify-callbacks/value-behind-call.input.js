const fs = require('fs');

async function size() {
  fs.stat('store.db', (err, stats) => {
    if (err) throw err;
    console.log(stats.size);
  });
  if (process.env.QUIET) return -1;
  return 0;
}

exports.main = async () => console.log(await size());
