const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  documents.get({ TableName: 'orders', Key: { id: event.id } }, (err, data) => {
    if (err) return callback(err);
    if (!data.Item) return console.log('nothing under', event.id);
    if (data.Item.isHidden) {
      return console.log('hidden', event.id);
    }
    callback(null, data.Item);
  });
};
