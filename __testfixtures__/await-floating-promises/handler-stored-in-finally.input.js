const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  const written = appendFile('/tmp/leakfix-out.log', event.line);
  try {
    if (!event.line) return 'nothing';
    return event.line.toUpperCase();
  } finally {
    await written;
  }
};
