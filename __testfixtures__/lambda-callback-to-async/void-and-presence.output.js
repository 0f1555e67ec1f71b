const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

async function findOrder(id) {
  const data = await table.get({ TableName: 'orders', Key: { id } }).promise();
  console.log('found', id);
  return data.Item;
}

exports.handler = async (event, context) => {
  const order = await findOrder(event.id);
  return { order };
};
