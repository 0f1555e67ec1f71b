const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const token = event.token;
  table.get({ TableName: 'things', Key: { id: Buffer.from(token, 'base64').toString() } }).promise().then((data) => {
    callback(null, data.Item || 'none');
  }).catch((err) => {
    callback(null, `failed: ${err.message}`);
  });
};
