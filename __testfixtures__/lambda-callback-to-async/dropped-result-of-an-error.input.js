const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }).promise()
    .then((data) => callback(null, data.Item))
    .catch((err) => callback(err, { message: 'could not get the thing' }));
};
