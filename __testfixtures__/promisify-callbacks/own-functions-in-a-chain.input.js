const AWS = require('aws-sdk');
const { promisify } = require('util');

const db = new AWS.DynamoDB.DocumentClient();

function findUser(id, callback) {
  db.get({ TableName: 'users', Key: { id } }, function (err, data) {
    if (err) {
      callback(err);
    } else {
      callback(null, data.Item);
    }
  });
}

function findOrders(userId, callback) {
  findUser(userId, function (err, user) {
    if (err) return callback(err);
    const params = { TableName: 'orders', Key: { user: user.id } };
    db.query(params, callback);
  });
}

const findOrdersAsync = promisify(findOrders);

exports.handler = async (event) => {
  const orders = await findOrdersAsync(event.userId);
  return orders.Items;
};
