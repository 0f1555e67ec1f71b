const async = require('async');
const AWS = require('aws-sdk');
const { promisify } = require('util');

const waterfallAsync = promisify(async.waterfall);

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  let order;
  try {
    order = await waterfallAsync(
      [
        (next) => table.get({ TableName: 'orders', Key: { id: event.id } }, next),
        (order, next) => {
          table.delete({ TableName: 'open', Key: { id: event.second } }, (err) => next(err, order.Item));
        },
      ],
    );
  } catch (err) {
    console.error(err.code);
    throw 'not closed';
  }
  return order;
};
