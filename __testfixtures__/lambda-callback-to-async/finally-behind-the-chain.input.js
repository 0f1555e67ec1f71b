const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table
    .get({ TableName: 'orders', Key: { id: event.id } })
    .promise()
    .then((data) => {
      console.log('found', event.id);
      callback(null, data.Item);
    })
    .catch((err) => {
      console.error(err.code);
      callback(null, { statusCode: 502 });
    })
    .finally(() => {
      // The metrics read this line.
      console.log('looked up', event.id);
    });
};
