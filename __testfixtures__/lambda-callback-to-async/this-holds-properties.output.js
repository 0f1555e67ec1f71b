const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const item = { id: event.id };
  let status;
  try {
    await table.put({ TableName: 'things', Item: item }).promise();
  } catch (err) {
    status = err.code === 'AccessDenied' ? 403 : 500;
    console.error(err.code, status);
    throw 'not stored';
  }
  status = 201;
  const answer = () => ({ statusCode: status, body: item.id });
  return answer();
};
