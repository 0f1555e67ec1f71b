// leaks: late-execution
const fs = require('fs');
const zlib = require('zlib');

exports.handler = async () => {
  let size = 0;
  fs.createReadStream(process.execPath, { end: 3_000_000 })
    .pipe(zlib.createGzip())
    .on('data', (chunk) => (size += chunk.length))
    .on('end', () => console.log(size));
  return 'ok';
};
