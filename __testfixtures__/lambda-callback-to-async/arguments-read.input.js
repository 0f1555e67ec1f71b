const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function read(id, done) {
  const last = arguments[arguments.length - 1];
  table.get({ TableName: 'things', Key: { id } }, (err, data) => {
    if (err) return last(err);
    last(null, data.Item, id);
  });
}

exports.handler = (event, context, callback) => {
  read(event.id, (err, item, id) => {
    if (err) return callback(null, { statusCode: 502 });
    callback(null, { item, id });
  });
};
