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
  if (!err && data.Item) {
    return data.Item;
  } else {
    throw err || new Error('no such thing');
  }
};
