const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const { wait } = { wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

exports.handler = async (event, context) => {
  const request = table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  try {
    const data = await request;
    return { statusCode: 200, body: data.Item.name };
  } catch (err) {
    console.error(err.message);
    return { statusCode: 500, body: err.message };
  }
};
