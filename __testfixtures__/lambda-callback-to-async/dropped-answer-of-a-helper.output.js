const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const failure = (status, message) => ({ statusCode: status || 501, body: message || 'Incorrect id' });

exports.handler = async (event, context) => {
  const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  return { statusCode: 200, body: data.Item.name };
};
