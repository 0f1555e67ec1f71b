const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

async function findOrder(id) {
  const data = await table.get({ TableName: 'orders', Key: { id } }).promise();
  return { item: data.Item, id };
}

exports.handler = async (event, context) => {
  if (event.id === 'none') return 'nothing';
  // Lambda takes the first result.
  const { item } = await findOrder(event.id);
  return item;
};
