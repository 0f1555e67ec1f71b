const fs = require('fs');
const { Writable } = require('stream');
const { pipeline } = require('stream/promises');

exports.handler = async () => {
  let size = 0;
  const sink = new Writable({
    write(chunk, encoding, done) {
      size += chunk.length;
      done();
    },
  });
  await pipeline(fs.createReadStream(__filename), sink);
  return size > 0;
};
