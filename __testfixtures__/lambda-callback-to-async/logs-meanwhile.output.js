const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const pending = table.get({ TableName: 'orders', Key: { id: event.id } }).promise();

  // The request is on its way.
  console.log('asked for', event.id);
  let data;
  try {
    data = await pending;
  } catch (err) {
    console.error(err.code);
    return { statusCode: 502 };
  }
  return data.Item;
};
