const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  if (event.ids.length === 0) return;
  const pending = [];
  event.ids.forEach((id) => {
    pending.push(table.delete({ TableName: 'things', Key: { id } }).promise().catch((err) => console.error('not deleted', id, err.code)));
  });
  await Promise.all(pending);
};
