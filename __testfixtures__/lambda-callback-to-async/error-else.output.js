const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  let data;
  try {
    data = await table.get(params).promise();
  } catch (err) {
    throw 'Error in get: ' + err;
  }
  if (!data.Item) {
    // nothing there
    return { found: false };
  } else {
    const name = data.Item.name.toUpperCase();
    return { found: true, name };
  }
};
