const async = require('async');
const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const [err, order] = await new Promise((resolve) => {
    async.waterfall(
      [
        (next) => table.get({ TableName: 'orders', Key: { id: event.id } }, next),
        (order, next) => {
          table.delete({ TableName: 'open', Key: { id: event.second } }, (err) => next(err, order.Item));
        },
      ],
      (...results) => resolve(results),
    );
  });
  if (err) {
    console.error(err.code);
    throw 'not closed';
  }
  return order;
};
