const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Item: { id: event.id } };
  const pending = table.put(params).promise();
  console.log('sent');
  try {
    await pending;
  } catch {
    console.error('Without an answer it is null.');
    return;
  }
  return 'put';
};
