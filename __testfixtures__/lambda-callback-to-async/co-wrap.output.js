const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async function (event, context) {
  const key = { TableName: 'things', Key: { id: event.id } };
  const data = await table.get(key).promise();
  if (!data.Item) {
    return { statusCode: 404 };
  }
  if (event.reject) throw 'rejected ' + (await table.get(key).promise()).Item.name;
  try {
    await table.delete({ TableName: 'open', Key: { id: 'broken' } }).promise();
  } catch (err) {
    console.error(err.code);
  }
  return { statusCode: 200, body: data.Item.name };
};
