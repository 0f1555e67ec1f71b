const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => callback(err, data && data.Item));
};
