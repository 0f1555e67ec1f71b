'use strict';

const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

async function record(action, orderId) {
  await documents
    .put({ TableName: process.env.AUDIT_TABLE, Item: { orderId, action } })
    .promise();
}

module.exports = { record };
