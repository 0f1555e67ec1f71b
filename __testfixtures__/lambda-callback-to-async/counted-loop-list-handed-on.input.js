const AWS = require('aws-sdk');
const { clean } = require('./cleaning');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let done = 0;
  event.ids.forEach((id) => {
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(err);
      clean(event);
      if (++done === event.ids.length) callback(null, 'all deleted');
    });
  });
};
