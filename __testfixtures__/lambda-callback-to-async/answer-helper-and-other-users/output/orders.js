const AWS = require('aws-sdk');
const answers = require('./answers');

const table = new AWS.DynamoDB.DocumentClient();

exports.get = async (event, context) => {
  const data = await table.get({ TableName: 'orders', Key: { id: event.id } }).promise();
  if (!data.Item) return answers.missing();
  return answers.ok(data.Item);
};
