const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function readThing(id, fn) {
  table.get({ TableName: 'things', Key: { id } }, function (err, data) {
    if (err) return fn(err);
    else {
      if ('Item' in data) {
        var name = data.Item.name;
        fn(null, name, data.Item.id);
      } else {
        fn(null, null); // nothing there
      }
    }
  });
}

function storeThing(id, name, fn) {
  table.put({ TableName: 'seen', Item: { id: id, name: name } }, fn);
}

exports.handler = (event, context, callback) => {
  readThing(event.id, function (err, thing, id) {
    if (err) {
      callback('Error in readThing: ' + err);
    } else if (thing == null) {
      callback(null, { found: false });
    } else {
      storeThing(event.second, thing, function (err, data) {
        if (err) {
          callback('Error in storeThing: ' + err);
        } else {
          callback(null, { found: true, thing: thing, id: id });
        }
      });
    }
  });
};
