const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = await documents.get({ TableName: 'orders', Key: { id: event.id } }).promise();
  if (!data.Item) {
    console.log('nothing under', event.id);
    return;
  }
  if (data.Item.isHidden) {
    console.log('hidden', event.id);
    return;
  }
  return data.Item;
};
