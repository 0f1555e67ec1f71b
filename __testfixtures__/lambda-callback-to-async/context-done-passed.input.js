const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, context.done);
};
