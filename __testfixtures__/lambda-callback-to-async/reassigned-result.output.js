const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  let result = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  result = result.Item || {};
  return result;
};
