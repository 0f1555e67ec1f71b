const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const request = table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) return callback(err);
    callback(null, data);
  });
  request.on('retry', () => console.log('again'));
};
