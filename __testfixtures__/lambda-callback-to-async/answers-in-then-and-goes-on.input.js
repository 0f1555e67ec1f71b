const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function NoFaceError(message) {
  this.name = 'NoFaceError';
  this.message = message;
}
NoFaceError.prototype = new Error();

exports.handler = (event, context, callback) => {
  table
    .get({ TableName: 'faces', Key: { id: event.id } })
    .promise()
    .then((data) => {
      if (!data.Item) {
        callback(new NoFaceError('no face'));
      }
      const { name } = data.Item;
      callback(null, name);
    })
    .catch((err) => {
      console.log(err);
      if (err.code === 'AccessDenied') {
        callback(new NoFaceError('not to be read'));
      }
      callback(err);
    });
};
