const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  let err = null;
  let data = null;
  try {
    data = await table.get(params).promise();
  } catch (error) {
    err = error;
  }
  const statusCode = err ? 500 : 200;
  return { statusCode, body: err ? err.message : JSON.stringify(data) };
};
