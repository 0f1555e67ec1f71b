const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function NotOneError(message) {
  this.name = 'NotOneError';
  this.message = message;
}
NotOneError.prototype = new Error();

exports.handler = (event, context, callback) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  table
    .get(params)
    .promise()
    .then((data) => {
      if (!data.Item) {
        callback(new NotOneError('none'));
      }
      callback(null, data.Item.name);
    })
    .catch((err) => {
      console.log(err);
      if (err.code === 'AccessDenied') {
        callback(new NotOneError('not yours'));
      }
      callback(err);
    });
};
