const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const token = event.token;
  const pending = table.get({ TableName: 'things', Key: { id: Buffer.from(token, 'base64').toString() } }).promise();
  try {
    const data = await pending;
    return data.Item || 'none';
  } catch (err) {
    return `failed: ${err.message}`;
  }
};
