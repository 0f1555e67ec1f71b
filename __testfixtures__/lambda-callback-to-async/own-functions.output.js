const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

async function readThing(id) {
  const data = await table.get({ TableName: 'things', Key: { id } }).promise();
  if ('Item' in data) {
    var name = data.Item.name;
    return { name, id: data.Item.id };
  } else {
    return { name: null }; // nothing there
  }
}

async function storeThing(id, name) {
  return table.put({ TableName: 'seen', Item: { id: id, name: name } }).promise();
}

exports.handler = async (event, context) => {
  const id2 = event.id;
  let thing;
  let id;
  try {
    ({ name: thing, id } = await readThing(id2));
  } catch (err) {
    throw 'Error in readThing: ' + err;
  }
  if (thing == null) {
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
