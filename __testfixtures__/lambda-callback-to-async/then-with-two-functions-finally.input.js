const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  table.get(params).promise().then(
    (data) => callback(null, data.Item),
    (err) => callback(null, err.code),
  ).finally(() => {
    console.log('done');
  });
};
