const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

// Called with two arguments, it never calls back.
function read(id, options, done) {
  if (arguments.length < 3) {
    console.log('nobody is told', id);
    return;
  }
  table.get({ TableName: options.table, Key: { id } }, (err, data) => {
    if (err) return done(err);
    done(null, data.Item, id);
  });
}

exports.handler = (event, context, callback) => {
  read(event.id, (err, item, id) => {
    if (err) return callback(null, { statusCode: 502 });
    callback(null, { item, id });
  });
};
