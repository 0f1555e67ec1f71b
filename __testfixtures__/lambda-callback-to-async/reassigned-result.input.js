const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, result) => {
    if (err) return callback(err);
    result = result.Item || {};
    callback(null, result);
  });
};
