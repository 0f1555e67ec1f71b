const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = co.wrap(function* (event, context, callback) {
  const [first, second] = yield [table.get({ Key: 1 }).promise(), table.get({ Key: 2 }).promise()];
  callback(null, { first, second });
});
