const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const item = { id: 'a' };

exports.handler = async (event, context) => {
  const item2 = await table.get({ TableName: 'things', Key: item }).promise();
  return item2;
};
