const fs = require('fs');

const store = {
  get size() {
    fs.stat('store.db', (err, stats) => {
      if (err) throw err;
      console.log(stats.size);
    });
    return 0;
  },
};

console.log(store.size);
