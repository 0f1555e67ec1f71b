const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Item: { id: event.id } };
  try {
    await table.put(params).promise();
  } catch {
    return { statusCode: 501, body: 'not stored' };
  }
  const response = { statusCode: 200, body: JSON.stringify({ stored: true }) };
  return response;
};
