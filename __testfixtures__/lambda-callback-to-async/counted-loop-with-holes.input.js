const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const ids = [];
  ids[event.first] = 'a';
  ids[event.last] = 'b';
  let done = 0;
  ids.forEach((id) => {
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(err);
      if (++done === ids.length) callback(null, 'all deleted');
    });
  });
};
