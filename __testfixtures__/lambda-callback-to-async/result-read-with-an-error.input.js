const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    // When there is an error there is no data, and nobody thought of that.
    if (event.whole) callback(err, data);
    else callback(err, data.Item);
  });
};
