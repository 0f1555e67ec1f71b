const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const pending = table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  console.log('asked');
  const data = await pending;
  return data;
};
