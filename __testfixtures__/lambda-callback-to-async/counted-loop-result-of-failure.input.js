const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let left = event.ids.length;
  event.ids.forEach((id) => {
    table.get({ TableName: 'things', Key: { id } }, (err, data) => {
      if (err) {
        console.error(err.code, data);
        return callback(err);
      }
      console.log(data.Item);
      left -= 1;
      if (left === 0) callback(null, 'all read');
    });
  });
};
