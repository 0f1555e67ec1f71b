const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const pending = table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  try {
    const first = await pending;
    if (!first.Item) {
      return 'none';
    }
    try {
      await table.put({ TableName: 'seen', Item: { id: event.second } }).promise();
      return `${first.Item.name} stored`;
    } catch (error) {
      return `not stored: ${error.code}`;
    }
  } catch (error) {
    return `not read: ${error.code}`;
  }
};
