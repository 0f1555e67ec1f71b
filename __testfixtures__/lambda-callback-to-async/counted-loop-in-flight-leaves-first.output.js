const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const pending = [];
  for (const id of event.ids) {
    if (!id) continue;
    pending.push(table.delete({ TableName: 'things', Key: { id } }).promise());
  }
  if (pending.length === 0) return;
  await Promise.all(pending).finally(() => Promise.allSettled(pending));
  return 'all deleted';
};
