const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const item = { id: 'a' };

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: item }, (err, item) => {
    if (err) return callback(err);
    callback(null, item);
  });
};
