const AWS = require('aws-sdk');

const db = new AWS.DynamoDB.DocumentClient();

async function findUser(id) {
  const data = await db.get({ TableName: 'users', Key: { id } }).promise();
  return data.Item;
}

async function findOrders(userId) {
  const user = await findUser(userId);
  const params = { TableName: 'orders', Key: { user: user.id } };
  return db.query(params).promise();
}

exports.handler = async (event) => {
  const orders = await findOrders(event.userId);
  return orders.Items;
};
