const async = require('async');
const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  async.map(
    event.ids,
    (id, done) => {
      table.get({ TableName: 'orders', Key: { id } }, (err, data) => {
        if (err) return done(err);
        done(null, data.Item);
      });
    },
    (err, orders) => {
      if (err) return callback(err);
      callback(null, { orders });
    },
  );
};
