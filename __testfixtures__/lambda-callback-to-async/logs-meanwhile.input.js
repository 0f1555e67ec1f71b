const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'orders', Key: { id: event.id } }, (err, data) => {
    if (err) {
      console.error(err.code);
      return callback(null, { statusCode: 502 });
    }
    callback(null, data.Item);
  });

  // The request is on its way.
  console.log('asked for', event.id);
};
