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

async function storeThing(id, name) {
  return table.put({ TableName: 'seen', Item: { id: id, name: name } }).promise();
}

exports.handler = async (event, context) => {
  const [err, thing, id] = await new Promise((resolve) => {
    readThing(event.id, (...results) => resolve(results));
  });
  if (err) {
    throw 'Error in readThing: ' + err;
  } else if (thing == null) {
    return { found: false };
  } else {
    try {
      await storeThing(event.second, thing);
    } catch (err) {
      throw 'Error in storeThing: ' + err;
    }
    return { found: true, thing: thing, id: id };
  }
};
