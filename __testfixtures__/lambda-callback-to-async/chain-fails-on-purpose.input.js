const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  table.get(params).promise().then((data) => {
    if (!data.Item) {
      return callback(new Error('no such thing'));
    }
    callback(null, data.Item);
  }).catch((err) => {
    console.log(err.code);
    callback(new Error('try again'));
  });
};
