const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = await table.get({ TableName: 'things', Key: { id: event.first } }).promise();
  const { name } = data.Item;
  const data2 = await table.get({ TableName: 'things', Key: { id: event.second } }).promise();
  const pending = [];
  event.ids.forEach((id) => {
    pending.push(table.delete({ TableName: 'things', Key: { id } }).promise().catch((err) => console.error(id, err.code, data2.Item.name)));
  });
  if (pending.length === 0) return;
  await Promise.all(pending);
  return [name, data2.Item.name];
};
