const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.delete({ TableName: 'things', Key: { id: event.id } }, (err) => {
    callback(err, { deleted: event.id });
  });
};
