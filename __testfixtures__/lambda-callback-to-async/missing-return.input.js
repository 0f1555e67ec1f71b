const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.delete({ TableName: 'things', Key: { id: event.id } }, function(err, data) {
    if (err) callback(err)
    callback(null, { statusCode: 200 });
  });
};
