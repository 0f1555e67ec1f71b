const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

// With an id that is skipped the count is never complete.
exports.handler = (event, context, callback) => {
  let done = 0;
  for (const id of event.ids) {
    if (id.startsWith('_')) continue;
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(err);
      if (++done === event.ids.length) callback(null, 'all deleted');
    });
  }
};
