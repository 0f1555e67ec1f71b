const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const found = [];
  let left = event.ids.length;
  event.ids.forEach((id) => {
    table.get({ TableName: 'things', Key: { id } }, (err, data) => {
      if (err) console.error(err);
      found.push(data);
      if (--left === 0) callback(null, found);
    });
  });
};
