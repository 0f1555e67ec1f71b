const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const get = (id) => ({ TableName: 'things', Key: { id } });

exports.handler = async (event, context) => {
  const pending = table
    .get(get(event.id))
    .promise();
  let result;
  try {
    result = await pending;
  } catch (err) {
    console.error('not read');
    throw err;
  }
  let { Item } = result;
  Item = [Item || 'none'];
  return Item;
};
