const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) callback(err, data.Item);
    else callback(null, data.Item);
  });
};
