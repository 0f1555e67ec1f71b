const async = require('async');
const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  async.waterfall(
    [
      (next) => table.get({ TableName: 'orders', Key: { id: event.id } }, next),
      (order, next) => {
        table.delete({ TableName: 'open', Key: { id: event.second } }, (err) => next(err, order.Item));
      },
    ],
    (err, order) => {
      if (err) {
        console.error(err.code);
        return callback('not closed');
      }
      callback(null, order);
    },
  );
};
