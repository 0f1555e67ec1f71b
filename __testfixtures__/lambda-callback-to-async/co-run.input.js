const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const data = { TableName: 'things', Key: { id: event.id } };
  co(function* () {
    // The second read is the one that counts.
    yield table.get(data).promise();
    const { Item: item } = yield table.get(data).promise();
    if (!item) return null;
    return item.name.toUpperCase();
  }).then((name) => callback(null, name), callback);
};
