const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

// What the first function throws would be caught here.
exports.handler = (event, context, callback) => {
  try {
    const params = JSON.parse(event.body);
    table.get(params).promise().then(
      (data) => callback(null, data.Item.name),
      (err) => callback(null, err.code),
    );
  } catch (err) {
    callback(null, 'no request');
  }
};
