const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

// The first thing that fits answers.
exports.handler = (event, context, callback) => {
  let left = event.ids.length;
  event.ids.forEach((id) => {
    table.get({ TableName: 'things', Key: { id } }, (err, data) => {
      if (err) return callback(err);
      if (data.Item.fits) return callback(null, id);
      if (--left === 0) callback(null, 'none');
    });
  });
};
