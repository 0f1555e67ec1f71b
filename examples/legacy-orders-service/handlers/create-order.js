'use strict';

const AWS = require('aws-sdk');
const respond = require('../lib/respond');

const documents = new AWS.DynamoDB.DocumentClient();
const sns = new AWS.SNS();

module.exports.handler = function (event, context, callback) {
  const order = JSON.parse(event.body);
  if (!order.customer) {
    return callback(null, respond(400, { message: 'an order needs a customer' }));
  }

  const item = { id: order.id, customer: order.customer, total: order.total };
  documents.put({ TableName: process.env.ORDERS_TABLE, Item: item }, function (err) {
    if (err) return callback(err);

    const message = { TopicArn: process.env.ORDERS_TOPIC, Message: JSON.stringify(item) };
    sns.publish(message, function (err) {
      if (err) return callback(err);
      callback(null, respond(201, item));
    });
  });
};
