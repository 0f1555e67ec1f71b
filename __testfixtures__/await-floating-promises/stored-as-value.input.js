const { appendFile } = require('fs/promises');

function log(line) {
  appendFile('/tmp/out.log', line);
}

const sinks = [log];

exports.run = async (line) => {
  for (const sink of sinks) sink(line);
};
