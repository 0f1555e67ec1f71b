const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    const statusCode = err ? 500 : 200;
    callback(null, { statusCode, body: err ? err.message : JSON.stringify(data) });
  });
};
