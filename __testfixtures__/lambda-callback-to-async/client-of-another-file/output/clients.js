'use strict';

const AWS = require('aws-sdk');

const local = process.env.IS_LOCAL ? { endpoint: 'http://localhost:8000' } : {};
const documents = new AWS.DynamoDB.DocumentClient(local);

module.exports = documents;
