const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

// Counts on through all invocations.
let done = 0;

exports.handler = (event, context, callback) => {
  event.ids.forEach((id) => {
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(err);
      if (++done === event.ids.length) callback(null, 'all deleted');
    });
  });
};
