const AWS = require('aws-sdk');
const answers = require('./answers');

const table = new AWS.DynamoDB.DocumentClient();

exports.get = (event, context, callback) => {
  table.get({ TableName: 'orders', Key: { id: event.id } }, (err, data) => {
    if (err) return callback(err);
    if (!data.Item) return answers.missing(callback);
    answers.ok(data.Item, callback);
  });
};
