const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const remove = async (id) => {
  console.log('removing', id);
  await table.delete({ TableName: 'things', Key: { id } }).promise();
  return 'removed';
};

exports.handler = async (event, context) => {
  try {
    const request = JSON.parse(event.body);
    return remove(request.id);
  } catch (error) {
    return { statusCode: 400, body: error.name };
  }
};
