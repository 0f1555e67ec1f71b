const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = await table.get({ TableName: 'things', Key: { id: event.first } }).promise();
  const { name } = data.Item;
  const data2 = await table.get({ TableName: 'things', Key: { id: event.second } }).promise();
  let gone;
  try {
    gone = await table.delete({ TableName: 'things', Key: { id: event.third } }).promise();
  } catch (err) {
    console.error(err.code, data2.Item.name);
    return `${data2.Item.name} stays`;
  }
  return [name, data2.Item.name, gone];
};
