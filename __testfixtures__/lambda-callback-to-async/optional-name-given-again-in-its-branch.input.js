const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let failure;
  failure = event.failure;
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (failure) {
      console.log(failure);
      failure = event.other;
      return callback(failure);
    }
    callback(null, data.Item);
  });
};
