const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  await table.delete({ TableName: 'things', Key: { id: event.id } }).promise();
  return { statusCode: 200 };
};
