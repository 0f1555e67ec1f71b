const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

// The promise that is returned answers as well, where the callback isn't called.
exports.handler = async (event, context) => {
  const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  if (!data.Item) return 'missing';
  return data.Item.name;
};
