const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  if (event.id) {
    const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
    return data.Item;
  } else {
    throw new Error('no id');
  }
};
