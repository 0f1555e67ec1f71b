const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let wanted = event.first;
  console.log('first', wanted.id);
  wanted = event.second;
  table.get({ TableName: 'things', Key: { id: wanted.id } }).promise().then((data) => {
    callback(null, data.Item || 'none');
  }).catch((err) => {
    callback(null, `failed: ${err.message}`);
  });
};
