const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let left = event.ids.length;
  for (const id of event.ids) {
    table.delete({ TableName: 'things', Key: { id } }, () => {
      left -= 1;
      if (left === 0) callback(null, 'all deleted');
    });
  }
};
