const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'orders', Key: { id: event.id } }, (err, data) => {
    if (err) return callback(err);
    callback(null, data.Item);
  });
  console.log('asked for', event.customer.name);
};
