const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = { TableName: 'things', Key: { id: event.id } };
  // The second read is the one that counts.
  await table.get(data).promise();
  const { Item: item } = await table.get(data).promise();
  if (!item) return null;
  return item.name.toUpperCase();
};
