const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  context.isAudited = false;
  table.put({ TableName: 'log', Item: { id: event.id } }, (err) => {
    if (err) console.error(err);
  });
  callback(null, 'accepted');
};
