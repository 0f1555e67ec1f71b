const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const done = (err, res) => callback(null, {
    statusCode: err ? 400 : 200,
    body: err ? err.message : JSON.stringify(res),
  });

  switch (event.method) {
    case 'GET':
      table.get({ TableName: 'things', Key: { id: event.id } }, done);
      break;
    case 'LIST':
      table.scan({ TableName: 'things' }, (err, data) => {
        if (err) return done(err);
        done(null, data.Items);
      });
      break;
    default:
      done(new Error(`Unsupported method "${event.method}"`));
  }
};
