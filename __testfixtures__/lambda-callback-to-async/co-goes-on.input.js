const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

const log = require('./log');

exports.handler = co.wrap(function* (event, context, callback) {
  const data = yield table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  callback(null, data.Item);
  log.info('answered', event.id);
});
