const fs = require('fs');

async function start() {
  fs.readFile('jobs.txt', 'utf8', (err, text) => {
    if (err) throw err;
    console.log(text.length);
  });
  console.log('started');
}

module.exports = start;
