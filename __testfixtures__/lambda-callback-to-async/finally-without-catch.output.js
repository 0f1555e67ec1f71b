const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'orders', Key: { id: event.id } };
  try {
    const data = await table
      .get(params)
      .promise();
    return data.Item;
  } finally {
    console.log('looked up', event.id);
  }
};
