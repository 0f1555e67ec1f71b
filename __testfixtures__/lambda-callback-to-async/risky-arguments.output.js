const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.Records[0].id } };
  let data;
  try {
    data = await table.get(params).promise();
  } catch (err) {
    console.log('failed', err.code);
    return 'unknown';
  }
  return data.Item;
};
