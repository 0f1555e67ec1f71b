const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  if (event.id)
    table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
      if (err) return callback(err);
      callback(null, data.Item);
    });
  else callback(new Error('no id'));
};
