const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let done = 0;
  event.ids.forEach((id) => {
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(new Error(`${done} deleted`));
      done += 1;
      if (done === event.ids.length) callback(null, 'all deleted');
    });
  });
};
