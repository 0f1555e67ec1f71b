const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const { keys } = event;
  let done = 0;
  for (let i = 0; i < keys.length; i++) {
    const id = keys[i];
    const range = keys[++i];
    table.delete({ TableName: 'things', Key: { id, range } }, (err) => {
      if (err) return callback(err);
      // Half as many rounds as keys: this never happens.
      if (++done === keys.length) callback(null, done);
    });
  }
};
