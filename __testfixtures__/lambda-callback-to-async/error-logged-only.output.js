const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  let data;
  try {
    data = await table.get(params).promise();
  } catch (err) {
    console.log(err.code);
    return;
  }
  return data;
};
