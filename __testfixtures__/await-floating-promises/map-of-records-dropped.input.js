const { writeFile } = require('fs').promises;

exports.handler = async (event) => {
  event.Records.map(async ({ messageId, body }) => {
    await writeFile(`/tmp/${messageId}`, body);
  });
  return event.Records.length;
};
