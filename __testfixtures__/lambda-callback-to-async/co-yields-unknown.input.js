const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

const store = require('./store');

// A thunk, perhaps.
exports.handler = co.wrap(function* (event, context, callback) {
  callback(null, yield store.load(event.id));
});
