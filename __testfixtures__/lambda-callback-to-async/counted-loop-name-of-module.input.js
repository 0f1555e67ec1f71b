const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const params = { TableName: 'things' };

exports.handler = (event, context, callback) => {
  const names = [];
  let left = event.ids.length;
  event.ids.forEach((id) => {
    table.get({ ...params, Key: { id } }, (err, data) => {
      if (err) return callback(err);
      names.push(data.Item.name);
      left -= 1;
      if (left === 0) {
        const params = { statusCode: 200, body: names.sort().join() };
        callback(null, params);
      }
    });
  });
};
