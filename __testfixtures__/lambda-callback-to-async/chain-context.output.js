const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const pending = Promise.all(event.ids.map((id) => table.get({ TableName: 'things', Key: { id } }).promise()));
  try {
    await pending;
  } catch {
    throw 'handled';
  }
};
