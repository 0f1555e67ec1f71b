const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  try {
    table.get({ TableName: 'things', Key: { id: JSON.parse(event.body).id } }, (err, data) => {
      if (err) return callback(err);
      callback(null, data.Item.name);
    });
  } catch (error) {
    callback(null, 'bad request');
  }
};
