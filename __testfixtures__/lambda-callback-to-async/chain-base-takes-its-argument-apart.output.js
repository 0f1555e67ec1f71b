const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function find({ id }) {
  return table.get({ TableName: 'things', Key: { id } }).promise();
}

exports.handler = async (event, context) => {
  const wanted = event.query;
  const pending = find(wanted);
  try {
    const data = await pending;
    return data.Item || 'none';
  } catch (err) {
    return `failed: ${err.message}`;
  }
};
