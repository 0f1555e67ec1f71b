const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let done = 0;
  event.ids.forEach((id) => {
    table.get({ TableName: 'things', Key: { id } }, (err, data) => {
      if (err) return callback(err);
      if (!data.Item) event.ids.length--;
      if (++done === event.ids.length) callback(null, 'all there');
    });
  });
};
