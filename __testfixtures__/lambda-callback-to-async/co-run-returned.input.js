const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

// The promise that is returned answers as well, where the callback isn't called.
exports.handler = (event, context, callback) => {
  return co(function* () {
    const data = yield table.get({ TableName: 'things', Key: { id: event.id } }).promise();
    if (!data.Item) return 'missing';
    callback(null, data.Item.name);
  }).catch(callback);
};
