'use strict';

const AWS = require('aws-sdk');
const respond = require('../lib/respond');

const documents = new AWS.DynamoDB.DocumentClient();

module.exports.handler = (event, context, callback) => {
  const params = {
    TableName: process.env.ORDERS_TABLE,
    Key: { id: event.pathParameters.id },
  };

  documents.get(params, (err, data) => {
    if (err) {
      console.error('could not read the order', err);
      callback(null, respond(502, { message: 'could not read the order' }));
      return;
    }

    // Orders are deleted after ten years.
    if (!data.Item) {
      callback(null, respond(404, { message: 'no such order' }));
      return;
    }

    callback(null, respond(200, data.Item));
  });
};
