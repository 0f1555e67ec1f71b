const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }).promise()
    .then((first) => {
      if (!first.Item) {
        return callback(null, 'none');
      }
      table.put({ TableName: 'seen', Item: { id: event.second } }).promise()
        .then(() => callback(null, `${first.Item.name} stored`))
        .catch((error) => {
          callback(null, `not stored: ${error.code}`);
        });
    })
    .catch((error) => callback(null, `not read: ${error.code}`));
};
