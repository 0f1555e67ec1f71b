const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  try {
    const data = await table.get(params).promise();
    if (!data.Item) {
      return Promise.reject(new Error('no such thing'));
    }
    return data.Item;
  } catch (err) {
    console.log(err.code);
    throw new Error('try again');
  }
};
