const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  table.get(params).promise().then(
    (data) => callback(null, data.Item),
    function (err) {
      callback(null, this.fallback ?? err.code);
    },
  );
};
