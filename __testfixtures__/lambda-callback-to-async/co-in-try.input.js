const AWS = require('aws-sdk');
const co = require('co');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  try {
    co(function* () {
      const data = yield table.get({ TableName: 'things', Key: { id: event.id } }).promise();
      callback(null, data.Item);
    }).catch(callback);
  } catch (err) {
    console.error(err);
    callback(null, 'not even begun');
  }
};
