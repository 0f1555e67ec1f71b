const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  switch (event.method) {
    case 'GET':
      table.get({ TableName: 'things', Key: { id: event.id } }, callback);
      break;
    case 'PUT': {
      table.put({ TableName: 'things', Item: { id: event.id } }, (err) => {
        if (err) return callback(err);
        callback(null, 'stored');
      });
      break;
    }
    default:
      callback(new Error(`Unsupported method "${event.method}"`));
  }
};
