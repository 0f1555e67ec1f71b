const { appendFile } = require('fs/promises');

exports.handler = async (event) => {
  event.Records.forEach(async (record) => {
    await appendFile('/tmp/leakfix-out.log', record.body);
  });
  return event.Records.length;
};
