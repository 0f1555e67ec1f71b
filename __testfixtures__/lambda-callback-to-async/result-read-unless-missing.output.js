const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  let err = null;
  let data = null;
  try {
    data = await table.get(params).promise();
  } catch (error) {
    err = error;
  }
  if (err !== undefined && err !== null) throw err;
  return data && data.Item;
};
