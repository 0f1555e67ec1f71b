const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function readName(id, done) {
  table.get({ TableName: 'people', Key: { id } }, (err, data) => {
    if (err) return done(err);
    // An entry without a name ends the process today.
    done(null, data.Item.name.trim());
  });
}

exports.handler = (event, context, callback) => {
  readName(event.id, (err, name) => {
    if (err) {
      callback(null, { statusCode: 502, body: 'no answer from the table' });
      return;
    }
    callback(null, { statusCode: 200, body: name });
  });
};
