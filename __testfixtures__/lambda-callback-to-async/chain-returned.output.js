const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const pending = table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  try {
    const data = await pending;
    return data.Item;
  } catch (error) {
    return error.code;
  }
};
