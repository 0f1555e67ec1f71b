const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

const rename = co.wrap(function* (id, name) {
  yield table.put({ TableName: 'things', Item: { id, name } }).promise();
  return name;
});

exports.handler = function (event, context, callback) {
  return co(function* () {
    const data = yield table.get({ TableName: 'things', Key: { id: event.id } }).promise();
    const name = yield rename(event.id, data.Item.name + '!');
    callback(null, name);
  }).catch((error) => callback(error));
};
