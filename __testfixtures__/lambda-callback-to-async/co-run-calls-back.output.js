const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

const rename = co.wrap(function* (id, name) {
  yield table.put({ TableName: 'things', Item: { id, name } }).promise();
  return name;
});

exports.handler = async function (event, context) {
  const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  const name = await rename(event.id, data.Item.name + '!');
  return name;
};
