const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  documents.get({ TableName: 'orders', Key: { id: event.id } }, (err, data) => {
    if (err) callback(err);
    else callback(null, data);
    console.log('looked up', event.id);
  });
};
