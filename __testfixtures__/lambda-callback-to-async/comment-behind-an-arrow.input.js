const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  documents.get({ TableName: 'orders', Key: { id: event.id } }, (err, data) =>
    // Both as they are.
    callback(err, data),
  );
};
