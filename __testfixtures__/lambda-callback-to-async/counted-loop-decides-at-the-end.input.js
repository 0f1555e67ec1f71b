const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const missing = [];
  let left = event.ids.length;
  for (let i = 0; i < event.ids.length; i++) {
    table.get({ TableName: 'things', Key: { id: event.ids[i] } }, (err, data) => {
      if (err) {
        // Nobody else says so.
        console.error(err.code);
        callback(err);
        return;
      }
      if (!data.Item) missing.push(event.ids[i]);
      if (!--left) {
        if (missing.length > 0) return callback(new Error(`missing: ${missing.join()}`));
        callback(null, 'all there');
      }
    });
  }
};
