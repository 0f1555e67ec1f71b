const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = JSON.parse(event.body);
  const params = { TableName: 'things', Key: { id: data.id } };
  const data2 = await table.get(params).promise();
  const params2 = { TableName: 'seen', Item: { id: 'x', data: data2 } };
  await table.put(params2).promise();
  return { data: data2, params: params2 };
};
