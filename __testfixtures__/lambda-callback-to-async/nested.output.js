const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  const params = { TableName: 'seen', Item: { id: event.second, from: data.Item } };
  try {
    await table.put(params).promise();
  } catch (err) {
    return { seen: false, why: err.code };
  }
  const data2 = await table.scan({ TableName: 'seen' }).promise();
  return { seen: data2.Items.length };
};
