const AWS = require('aws-sdk');
const answers = require('./answers');

const table = new AWS.DynamoDB.DocumentClient();

module.exports = {
  async handler(event, context) {
    if (!event.id) {
      return answers.failed('no id');
    }
    const { Item } = await table.get({ TableName: 'orders', Key: { id: event.id } }).promise();
    return answers.ok({ order: Item });
  },
};
