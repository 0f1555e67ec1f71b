const { writeFile } = require('fs').promises;

exports.handler = async (event) => {
  await Promise.all(event.Records.map(async ({ messageId, body }) => {
    await writeFile(`/tmp/${messageId}`, body);
  }));
  return event.Records.length;
};
