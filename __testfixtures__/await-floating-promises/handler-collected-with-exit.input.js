const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  const pending = [];
  for (const record of event.Records) {
    if (record.stop) return 'stopped';
    pending.push(appendFile('/tmp/leakfix-out.log', record.body));
  }
  return event.Records.length;
};
