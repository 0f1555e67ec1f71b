const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const pending = table
    .get({ TableName: 'orders', Key: { id: event.id } })
    .promise();
  const started = 'asked';
  console.log(started);
  const data = await pending;
  return data.Item;
};
