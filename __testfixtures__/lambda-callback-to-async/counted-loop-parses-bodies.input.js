const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = function (event, context, callback) {
  var stored = 0;

  // One message of the queue after the other.
  for (const record of event.Records) {
    const order = JSON.parse(record.body);
    table.put({ TableName: 'orders', Item: { id: order.id, from: 'queue' } }, function (err) {
      if (err) {
        console.error('not stored', err.code);
        return callback('cannot store');
      }
      if (++stored === event.Records.length) {
        callback(null, 'stored');
      }
    });
  }
};
