const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = co.wrap(function* (event, context, callback) {
  const key = { TableName: 'things', Key: { id: event.id } };
  const data = yield table.get(key).promise();
  if (!data.Item) {
    callback(null, { statusCode: 404 });
    return;
  }
  if (event.reject) return callback('rejected ' + (yield table.get(key).promise()).Item.name);
  try {
    yield table.delete({ TableName: 'open', Key: { id: 'broken' } }).promise();
  } catch (err) {
    console.error(err.code);
  }
  callback(null, { statusCode: 200, body: data.Item.name });
});
