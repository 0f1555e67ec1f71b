const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  return table.get({ TableName: 'things', Key: { id: event.id } }).promise()
    .then((data) => {
      callback(null, data.Item);
    })
    .catch((error) => {
      callback(null, error.code);
    });
};
