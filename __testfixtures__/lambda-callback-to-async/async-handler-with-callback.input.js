const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context, callback) => {
  if (!event.id) return callback(null, 'no id');
  const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  callback(null, data.Item);
};
