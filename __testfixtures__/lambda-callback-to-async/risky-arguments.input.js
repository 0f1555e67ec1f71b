const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.Records[0].id } }, (err, data) => {
    if (err) {
      console.log('failed', err.code);
      return callback(null, 'unknown');
    }
    callback(null, data.Item);
  });
};
