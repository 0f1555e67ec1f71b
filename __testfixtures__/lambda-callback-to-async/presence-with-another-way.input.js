const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'orders', Key: { id: event.id } }, (err, data) => {
    if (callback) callback(err, data);
    else console.log(data);
  });
};
