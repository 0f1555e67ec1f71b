const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const params = { TableName: 'things', Key: { id: event.id } };

  table.get(params, (error, result) => {
    // the caller is told, not the log
    if (error) {
      console.error(error.code);
      callback(null, { statusCode: error.statusCode || 501, body: 'not found' });
      return;
    }

    callback(null, { statusCode: 200, body: JSON.stringify(result.Item) });
  });
};
