const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function readPerson(id, done) {
  table.get({ TableName: 'people', Key: { id } }, (err, data) => {
    if (err) return done(err);
    done(null, data.Item);
  });
}

exports.handler = (event, context, callback) => {
  readPerson(event.id, (err, person) => {
    if (err) {
      callback(null, { statusCode: 502, body: 'no answer from the table' });
      return;
    }
    callback(null, { statusCode: 200, body: JSON.stringify(person) });
  });
};
