const async = require('async');
const AWS = require('aws-sdk');
const { promisify } = require('util');

const mapAsync = promisify(async.map);

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const orders = await mapAsync(
    event.ids,
    (id, done) => {
      table.get({ TableName: 'orders', Key: { id } }, (err, data) => {
        if (err) return done(err);
        done(null, data.Item);
      });
    },
  );
  return { orders };
};
