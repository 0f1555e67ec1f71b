const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = function (event, context, callback) {
  var inFlight = 0, names = {};
  for (var id in event.things) {
    if (event.things[id] > 0) {
      inFlight++;
      table.get({ TableName: 'things', Key: { id: id } }, function (err, data) {
        if (err) {
          callback(err);
          return;
        }
        names[data.Item.id] = data.Item.name;
        if (--inFlight === 0) callback(null, names);
      });
    }
  }
};
