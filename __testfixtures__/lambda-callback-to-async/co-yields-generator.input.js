const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

function* load(id) {
  return yield table.get({ TableName: 'things', Key: { id } }).promise();
}

exports.handler = co.wrap(function* (event, context, callback) {
  const data = yield load(event.id);
  callback(null, data.Item);
});
