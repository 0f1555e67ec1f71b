const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  // A failure is a success to whoever asked.
  const answer = (err, result) => callback(null, { ok: !err, result });
  let left = event.ids.length;
  event.ids.forEach((id) => {
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) {
        answer(err);
        return;
      }
      if (--left === 0) answer(null, 'all deleted');
    });
  });
};
