const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  console.log('asked for', event.id);
  let data;
  try {
    data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  } catch (err) {
    return err.code;
  }
  return data.Item;
};
