const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  return co(function* () {
    const data = yield table.get({ TableName: 'things', Key: { id: event.id } }).promise();
    if (data.Item.id === 'a') return data.Item.name;
    console.log('another one');
  }).then(() => callback(), callback);
};
