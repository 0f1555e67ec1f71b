const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const answer = (statusCode, body, callback) => callback(null, { statusCode, body: JSON.stringify(body) });

exports.handler = (event, context, callback) => {
  answer(200, event.id, callback);
};

exports.other = (event, context, callback) => {
  answer(404, 'none', callback);
};
