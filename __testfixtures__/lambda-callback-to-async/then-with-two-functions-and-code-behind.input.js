const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const params = { TableName: 'things', Item: { id: event.id } };
  table.put(params).promise().then(
    () => callback(null, 'put'),
    () => {
      console.error('Without an answer it is null.');
    },
  );
  console.log('sent');
};
