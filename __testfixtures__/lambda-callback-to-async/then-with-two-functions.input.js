const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const data = { id: event.id };
  const params = { TableName: 'things', Key: data };
  table.get(params).promise().then(function ({ Item: item }) {
    // Found or not.
    if (!item) {
      callback(null, { statusCode: 404 });
      return;
    }
    const data = item.name;
    callback(null, { statusCode: 200, data });
  }, function (err) {
    // Nobody else says so.
    console.error(err.code);
    if (err.code === 'AccessDenied') return callback('not for you');
    callback(err);
  });
};
