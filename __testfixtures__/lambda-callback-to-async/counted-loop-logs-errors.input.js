const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let left = event.ids.length;
  event.ids.forEach((id) => {
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) console.error('not deleted', id, err.code);
      if (--left === 0) callback();
    });
  });
};
