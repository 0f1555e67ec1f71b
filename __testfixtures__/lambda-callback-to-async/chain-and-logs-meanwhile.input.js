const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table
    .get({ TableName: 'orders', Key: { id: event.id } })
    .promise()
    .then((data) => {
      callback(null, data.Item);
    })
    .catch(callback);
  const started = 'asked';
  console.log(started);
};
