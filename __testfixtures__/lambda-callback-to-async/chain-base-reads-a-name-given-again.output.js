const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  let wanted = event.first;
  console.log('first', wanted.id);
  wanted = event.second;
  const pending = table.get({ TableName: 'things', Key: { id: wanted.id } }).promise();
  try {
    const data = await pending;
    return data.Item || 'none';
  } catch (err) {
    return `failed: ${err.message}`;
  }
};
