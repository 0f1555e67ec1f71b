const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };

  let result;
  try {
    result = await table.get(params).promise();
  } catch (error) {
    // the caller is told, not the log
    console.error(error.code);
    return { statusCode: error.statusCode || 501, body: 'not found' };
  }

  return { statusCode: 200, body: JSON.stringify(result.Item) };
};
