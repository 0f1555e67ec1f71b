const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function findOrder(id, done) {
  table.get({ TableName: 'orders', Key: { id } }, (err, data) => {
    if (err) return done(err);
    done(null, data.Item, id);
  });
}

exports.handler = (event, context, callback) => {
  if (event.id === 'none') return callback(null, 'nothing');
  // Lambda takes the first result.
  findOrder(event.id, callback);
};
