const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const { wait } = { wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

exports.handler = (event, context, callback) => {
  const request = table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  request
    .then((data) => {
      callback(null, { statusCode: 200, body: data.Item.name });
    })
    .catch((err) => {
      console.error(err.message);
      callback(null, { statusCode: 500, body: err.message });
    });
};
