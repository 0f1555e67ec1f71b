const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) return callback(err);
    table.put({ TableName: 'seen', Item: { id: event.second, from: data.Item } }, (err, data) => {
      if (err) {
        return callback(null, { seen: false, why: err.code });
      }
      table.scan({ TableName: 'seen' }, (err, data) => {
        if (err) return callback(err);
        callback(null, { seen: data.Items.length });
      });
    });
  });
};
