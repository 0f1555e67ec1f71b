const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table
    .get({ TableName: 'things', Key: { id: event.id } })
    .promise()
    .then((data) => {
      // Nobody waits for this chain: what its catch throws reaches no other catch.
      table
        .put({ TableName: 'seen', Item: { id: event.other } })
        .promise()
        .then(() => callback(null, data.Item))
        .catch((err) => {
          callback(null, { failed: err.details.text });
        });
    })
    .catch((err) => {
      callback(null, { missing: err.code });
    });
};
