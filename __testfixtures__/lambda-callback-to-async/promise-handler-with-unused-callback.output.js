const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context) => {
  return new Promise((resolve) => resolve(event.id));
};
