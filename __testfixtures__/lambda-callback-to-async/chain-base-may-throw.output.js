const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function find(event) {
  return table.get({ TableName: 'things', Key: { id: event.query.id } }).promise();
}

exports.handler = async (event, context) => {
  const pending = find(event);
  try {
    const data = await pending;
    return data.Item || 'none';
  } catch (err) {
    return `failed: ${err.message}`;
  }
};
