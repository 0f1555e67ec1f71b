const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function find({ id }) {
  return table.get({ TableName: 'things', Key: { id } }).promise();
}

exports.handler = (event, context, callback) => {
  const wanted = event.query;
  find(wanted).then((data) => {
    callback(null, data.Item || 'none');
  }).catch((err) => {
    callback(null, `failed: ${err.message}`);
  });
};
