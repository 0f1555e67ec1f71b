const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const { query } = event;
  if (event.isLogged) console.log(query.id);
  const pending = table.get({ TableName: 'things', Key: { id: query.id } }).promise();
  try {
    const data = await pending;
    return data.Item || 'none';
  } catch (err) {
    return `failed: ${err.message}`;
  }
};
