const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let left = event.ids.length;
  event.ids.forEach((id) => {
    // The calls of earlier rounds may fail when nobody waits for them any more.
    if (!id) throw new Error('an id is empty');
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(err);
      left -= 1;
      if (left === 0) callback(null, 'all deleted');
    });
  });
};
