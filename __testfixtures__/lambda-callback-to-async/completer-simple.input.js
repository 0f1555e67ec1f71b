const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  function respond(statusCode, body) {
    callback(null, { statusCode, body: JSON.stringify(body) });
  }

  if (!event.id) {
    respond(400, 'no id');
    return;
  }
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) return respond(500, err.code);
    respond(200, data.Item);
  });
};
