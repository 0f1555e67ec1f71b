const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  let failure;
  failure = event.failure;
  let data = null;
  try {
    data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  } catch {
    // The error is ignored.
  }
  if (failure) {
    console.log(failure);
    failure = event.other;
    if (failure !== undefined && failure !== null) throw failure;
    return;
  }
  return data.Item;
};
