const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const get = (id) => ({ TableName: 'things', Key: { id } });

exports.handler = (event, context, callback) => {
  const err = 'none';
  table
    .get(get(event.id))
    .promise()
    .then(function (data) {
      var data = [data, err];
      callback(null, data);
    })
    .catch(function (err) {
      var err = new Error('not read: ' + err.message);
      callback(err);
    });
};
