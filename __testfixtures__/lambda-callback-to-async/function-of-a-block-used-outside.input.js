const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const describe = 'found';
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) return callback(err);
    if (data.Item) {
      function describe() {
        return `name: ${data.Item.name}`;
      }
    }
    callback(null, describe());
  });
  console.log(describe);
};
