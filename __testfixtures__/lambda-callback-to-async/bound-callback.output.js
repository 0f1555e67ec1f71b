const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'orders', Key: { id: event.id } };
  try {
    return await table.get(params).promise();
  } catch (err) {
    console.error(err.code);
    throw err;
  }
};
