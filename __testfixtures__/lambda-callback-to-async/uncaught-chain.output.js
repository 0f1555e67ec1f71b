const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  return table.get({ TableName: 'things', Key: { id: event.id } }).promise();
};
