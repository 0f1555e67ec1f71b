const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const remove = (request, callback) => {
  // Without a body this throws, and the handler answers 400.
  table.delete({ TableName: 'things', Key: { id: request.body.id } }, (err) => {
    if (err) return callback(err);
    callback(null, 'removed');
  });
};

exports.handler = (event, context, callback) => {
  try {
    remove(event, callback);
  } catch (error) {
    callback(null, { statusCode: 400, body: error.name });
  }
};
