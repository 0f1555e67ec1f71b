const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.put({ TableName: 'things', Item: { id: event.id } }, function (err, data) {
    if (err) return callback(err);
    callback(null, { page: this.hasNextPage(), data });
  });
};
