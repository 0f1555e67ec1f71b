const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const found = [];
  let done = 0;
  event.ids.forEach((id) => {
    table.get({ TableName: 'things', Key: { id } }, (err, data) => {
      if (err) return callback(err);
      found.push(data.Item ? data.Item.name : 'nothing');
      if (++done === event.ids.length) {
        console.log('all there');
        // Whatever their order was.
        callback(null, {
          statusCode: 200,
          body: JSON.stringify(found.sort()),
        });
      }
    });
  });
};
