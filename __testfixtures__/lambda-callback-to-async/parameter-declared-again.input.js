const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const get = (id) => ({ TableName: 'things', Key: { id } });

exports.handler = (event, context, callback) => {
  const found = event.id;
  table.get(get(found), function (err, data) {
    if (err) return callback(err);
    var data = data.Item || { id: 'other' };
    table.get(get(data.id), function (err, found) {
      if (err) return callback(err);
      if (found.Item) {
        var found = found.Item;
      }
      for (var data = 0; data < 3; data += 1) console.log(data, found);
      callback(null, [data, found]);
    });
  });
};
