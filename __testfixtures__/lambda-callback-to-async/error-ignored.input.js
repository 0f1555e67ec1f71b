const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.put({ TableName: 'log', Item: { id: event.id } }, () => {
    callback(null, 'logged');
  });
};
