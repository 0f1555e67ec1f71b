const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  switch (event.method) {
    case 'GET':
      return table.get({ TableName: 'things', Key: { id: event.id } }).promise();
    case 'PUT': {
      await table.put({ TableName: 'things', Item: { id: event.id } }).promise();
      return 'stored';
    }
    default:
      throw new Error(`Unsupported method "${event.method}"`);
  }
};
