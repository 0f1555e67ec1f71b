const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function find(event) {
  return table.get({ TableName: 'things', Key: { id: event.query.id } }).promise();
}

exports.handler = (event, context, callback) => {
  find(event).then((data) => {
    callback(null, data.Item || 'none');
  }).catch((err) => {
    callback(null, `failed: ${err.message}`);
  });
};
