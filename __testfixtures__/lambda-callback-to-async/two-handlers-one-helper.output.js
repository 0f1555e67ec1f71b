const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const answer = (statusCode, body) => ({ statusCode, body: JSON.stringify(body) });

exports.handler = async (event, context) => {
  return answer(200, event.id);
};

exports.other = async (event, context) => {
  return answer(404, 'none');
};
