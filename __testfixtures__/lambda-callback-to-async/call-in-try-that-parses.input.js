const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  try {
    const { id } = JSON.parse(event.body);
    table.get({ TableName: 'orders', Key: { id } }, (err, data) => {
      if (err) {
        callback(err);
        return;
      }
      console.log('found', id);
      callback(null, { statusCode: 200, data });
    });
  } catch (error) {
    callback(null, { statusCode: 400, body: error.name });
  }
};
