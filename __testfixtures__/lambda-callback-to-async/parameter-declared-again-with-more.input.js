const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const get = (id) => ({ TableName: 'things', Key: { id } });

exports.asFunction = (event, context, callback) => {
  table.get(get(event.id), function (err, data) {
    if (err) return callback(err);
    callback(null, data());

    function data() {
      return 'hidden';
    }
  });
};

exports.withoutValue = (event, context, callback) => {
  table.get(get(event.id), function (err, data) {
    var data;
    if (err) return callback(err);
    callback(null, data);
  });
};

exports.besideAnother = (event, context, callback) => {
  table.get(get(event.id), function (err, data) {
    if (err) return callback(err);
    var data = data.Item, size = Object.keys(data).length;
    callback(null, size);
  });
};

exports.takenApart = (event, context, callback) => {
  table.get(get(event.id), function (err, data) {
    if (err) return callback(err);
    var { data } = data;
    callback(null, data);
  });
};
