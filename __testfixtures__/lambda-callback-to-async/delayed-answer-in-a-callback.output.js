const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  await table.put({ TableName: 'things', Item: { id: event.id } }).promise();
  await new Promise((resolve) => setImmediate(resolve));
  return 'written';
};
