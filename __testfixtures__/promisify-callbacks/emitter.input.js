const fs = require('fs');

async function watch(path) {
  const stream = fs.createReadStream(path);
  stream.on('error', (err) => {
    console.error(err);
  });
  stream.on('data', (chunk) => console.log(chunk.length));
}

module.exports = watch;
