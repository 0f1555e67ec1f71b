const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const { query } = event;
  if (event.isLogged) console.log(query.id);
  table.get({ TableName: 'things', Key: { id: query.id } }).promise().then((data) => {
    callback(null, data.Item || 'none');
  }).catch((err) => {
    callback(null, `failed: ${err.message}`);
  });
};
