const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, function (err, data) {
    if (err) {
      callback('Error in get: ' + err);
    } else if (!data.Item) {
      // nothing there
      callback(null, { found: false });
    } else {
      const name = data.Item.name.toUpperCase();
      callback(null, { found: true, name });
    }
  });
};
