const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = { id: event.id };
  const params = { TableName: 'things', Key: data };
  let result;
  try {
    result = await table.get(params).promise();
  } catch (err) {
    // Nobody else says so.
    console.error(err.code);
    if (err.code === 'AccessDenied') throw 'not for you';
    throw err;
  }
  const { Item: item } = result;
  // Found or not.
  if (!item) {
    return { statusCode: 404 };
  }
  const data2 = item.name;
  return { statusCode: 200, data: data2 };
};
