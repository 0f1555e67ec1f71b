const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  if (event.id) {
    table.get({ TableName: 'things', Key: { id: event.id } }, callback);
  } else {
    callback(null, 'nothing asked');
  }
};
