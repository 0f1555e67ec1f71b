const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = event ?? { id: 'none' };
  const { id } = data;
  {
    const data = await table.get({ TableName: 'things', Key: { id } }).promise();
    if (!data.Item) throw 'nothing there';
    return data.Item.name;
  }
};
