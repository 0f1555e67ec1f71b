const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const pending = table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  let data;
  try {
    data = await pending;
  } catch (error) {
    return error.code;
  }
  return data.Item;
};
