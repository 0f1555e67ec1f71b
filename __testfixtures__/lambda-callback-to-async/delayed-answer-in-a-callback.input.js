const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.put({ TableName: 'things', Item: { id: event.id } }, (err) => {
    if (err) return callback(err);
    setImmediate(() => callback(null, 'written'));
  });
};
