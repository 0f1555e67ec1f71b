const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  if (event.ids.length === 0) return;
  const pending = [];
  for (const id of event.ids) {
    pending.push(table.delete({ TableName: 'things', Key: { id } }).promise().catch(() => {}));
  }
  await Promise.all(pending);
  return 'all deleted';
};
