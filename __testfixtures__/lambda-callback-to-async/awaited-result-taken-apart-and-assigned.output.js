const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const get = (id) => ({ TableName: 'things', Key: { id } });

exports.handler = async (event, context) => {
  let { Item } = await table
    .get(get(event.id))
    .promise();
  Item = [Item || 'none'];
  return Item;
};
