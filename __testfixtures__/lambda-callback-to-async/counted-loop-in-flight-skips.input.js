const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  let inFlight = 0;
  for (const id of event.ids) {
    inFlight += 1;
    if (!id) continue;
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(err);
      // A round that was skipped is counted up, and never down.
      inFlight -= 1;
      if (inFlight === 0) callback(null, 'all deleted');
    });
  }
};
