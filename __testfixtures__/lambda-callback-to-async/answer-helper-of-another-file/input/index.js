const AWS = require('aws-sdk');
const answers = require('./answers');

const table = new AWS.DynamoDB.DocumentClient();

module.exports = {
  async handler(event, context, callback) {
    if (!event.id) {
      answers.failed(callback, 'no id');
      return;
    }
    const { Item } = await table.get({ TableName: 'orders', Key: { id: event.id } }).promise();
    answers.ok(callback, { order: Item });
  },
};
