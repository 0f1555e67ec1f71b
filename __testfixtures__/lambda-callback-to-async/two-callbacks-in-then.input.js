const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }).promise().then(
    (data) => callback(null, data.Item),
    (error) => callback(null, error.code),
  );
};
