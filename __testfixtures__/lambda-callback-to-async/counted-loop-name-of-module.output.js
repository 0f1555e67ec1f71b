const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const params = { TableName: 'things' };

exports.handler = async (event, context) => {
  const names = [];
  if (event.ids.length === 0) return;
  const pending = [];
  event.ids.forEach((id) => {
    pending.push(table.get({ ...params, Key: { id } }).promise().then((data) => {
      names.push(data.Item.name);
    }));
  });
  await Promise.all(pending).finally(() => Promise.allSettled(pending));
  const params2 = { statusCode: 200, body: names.sort().join() };
  return params2;
};
