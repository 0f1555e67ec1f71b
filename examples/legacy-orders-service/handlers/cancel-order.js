'use strict';

const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = function (event, context) {
  const id = event.pathParameters && event.pathParameters.id;
  if (!id) {
    context.fail(new Error('[400] an order needs an id'));
    return;
  }

  documents.delete({ TableName: process.env.ORDERS_TABLE, Key: { id: id } }, function (err) {
    if (err) {
      context.fail(err);
    } else {
      context.succeed({ statusCode: 204 });
    }
  });
};
