const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function readTwice(id, fn) {
  table.get({ TableName: 'things', Key: { id } }, (err, data) => {
    fn(err);
    fn(null, data);
  });
}

exports.handler = (event, context, callback) => {
  readTwice(event.id, (err, data) => {
    if (err) return callback(err);
    callback(null, data);
  });
};
