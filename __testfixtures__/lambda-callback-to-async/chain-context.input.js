const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context) => {
  Promise.all(event.ids.map((id) => table.get({ TableName: 'things', Key: { id } }).promise()))
    .then(() => { context.succeed() })
    .catch(() => { context.fail() });
};
