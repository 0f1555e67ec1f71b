const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const params = { TableName: 'orders', Key: { id: event.id } };
  table
    .get(params)
    .promise()
    .then((data) => callback(null, data.Item))
    .catch(callback)
    .finally(() => console.log('looked up', event.id));
};
