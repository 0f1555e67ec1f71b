const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const get = (id) => ({ TableName: 'things', Key: { id } });

exports.handler = (event, context, callback) => {
  table
    .get(get(event.id))
    .promise()
    .then(({ Item }) => {
      Item = [Item || 'none'];
      callback(null, Item);
    })
    .catch((err) => callback(err));
};
