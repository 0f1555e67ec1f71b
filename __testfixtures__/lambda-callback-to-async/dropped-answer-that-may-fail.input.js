const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const failure = (status, message) => ({ statusCode: status || 501, body: message.detail.text });

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }).promise()
    .then((data) => callback(null, { statusCode: 200, body: data.Item.name }))
    .catch((err) => callback(err, failure(err.statusCode, err.message)));
};
