const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.put({ TableName: 'things', Item: { id: event.id } }, (error) => {
    if (error) {
      callback(null, { statusCode: 501, body: 'not stored' });
    }
    const response = { statusCode: 200, body: JSON.stringify({ stored: true }) };
    callback(null, response);
  });
};
