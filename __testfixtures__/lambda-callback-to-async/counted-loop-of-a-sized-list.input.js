const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const rounds = new Array(3);
  let done = 0;
  rounds.forEach((round, index) => {
    table.delete({ TableName: 'things', Key: { id: index } }, (err) => {
      if (err) return callback(err);
      if (++done === rounds.length) callback(null, 'all deleted');
    });
  });
};
