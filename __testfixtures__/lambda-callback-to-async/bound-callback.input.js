const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const params = { TableName: 'orders', Key: { id: event.id } };
  table.get(params).promise().then(callback.bind(null, null), (err) => {
    console.error(err.code);
    callback(err);
  });
};
