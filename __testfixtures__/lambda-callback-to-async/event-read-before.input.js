const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  console.log('asked for', event.id);
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) {
      return callback(null, err.code);
    }
    callback(null, data.Item);
  });
};
