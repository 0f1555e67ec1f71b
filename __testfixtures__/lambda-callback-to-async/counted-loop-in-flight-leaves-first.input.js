const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let inFlight = 0;
  for (const id of event.ids) {
    if (!id) continue;
    inFlight += 1;
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(err);
      inFlight -= 1;
      if (inFlight === 0) callback(null, 'all deleted');
    });
  }
};
