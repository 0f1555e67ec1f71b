const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  event.ids.forEach((id) => {
    table.delete({ TableName: 'things', Key: { id } }, callback);
  });
};
