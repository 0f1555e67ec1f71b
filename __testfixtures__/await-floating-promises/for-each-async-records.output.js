const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  await Promise.all(event.Records.map(async (record) => {
    await appendFile('/tmp/leakfix-out.log', record.body);
  }));
  return event.Records.length;
};
