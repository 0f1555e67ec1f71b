const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = await documents.get({ TableName: 'orders', Key: { id: event.id } }).promise();
  // Both as they are.
  return data;
};
