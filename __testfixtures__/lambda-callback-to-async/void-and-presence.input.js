const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function findOrder(id, done) {
  table.get({ TableName: 'orders', Key: { id } }, (err, data) => {
    if (err) {
      done && done(err);
      return;
    }
    if (done) {
      console.log('found', id);
      done(null, data.Item);
    }
  });
}

exports.handler = (event, context, callback) => {
  findOrder(event.id, (err, order) => {
    if (err) return void callback(err);
    return void callback(null, { order });
  });
};
