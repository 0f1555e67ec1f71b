const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

// Whichever comes last is the answer.
exports.handler = (event, context, callback) => {
  let left = event.ids.length;
  event.ids.forEach((id) => {
    table.get({ TableName: 'things', Key: { id } }, (err, data) => {
      if (err) return callback(err);
      if (--left === 0) callback(null, data.Item);
    });
  });
};
