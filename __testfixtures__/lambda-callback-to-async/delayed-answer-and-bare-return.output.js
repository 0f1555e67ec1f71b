const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  let data;
  try {
    data = await table.get(params).promise();
  } catch {
    console.log('in a while');
    await new Promise((resolve) => setTimeout(resolve, 3));
    const other = await table.get({
      TableName: 'things',
      Key: { id: 'b' },
    }).promise();
    return other.Item.name;
  }
  return data.Item ? 'found' : 'missing';
};
