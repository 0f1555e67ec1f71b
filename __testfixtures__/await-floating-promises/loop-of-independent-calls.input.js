const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  // one line each
  for (const record of event.Records) {
    const line = record.body.trim();
    appendFile('/tmp/leakfix-out.log', line);
  }
  return event.Records.length;
};
