const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  table.put({ TableName: 'groups', Item: { id: event.name } }, (err, data) => {
    if (err) console.log('not added');
    else console.log('added', data.operation);
  });

  // This never waited for the write.
  return event;
};
