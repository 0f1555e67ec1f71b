const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async function (event, context) {
  var names = {};
  const pending = [];
  try {
    for (var id in event.things) {
      if (event.things[id] > 0) {
        pending.push(table.get({ TableName: 'things', Key: { id: id } }).promise().then((data) => {
          names[data.Item.id] = data.Item.name;
        }));
      }
    }
    if (pending.length === 0) return;
    await Promise.all(pending);
  } finally {
    await Promise.allSettled(pending);
  }
  return names;
};
