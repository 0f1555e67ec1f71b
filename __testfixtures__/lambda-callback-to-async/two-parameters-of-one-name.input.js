const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = function (event, context, callback) {
  table.get({ TableName: 'things', Key: { id: event.id } }, function (err, _, _) {
    if (err) return callback(err);
    callback(null, 'read');
  });
};
