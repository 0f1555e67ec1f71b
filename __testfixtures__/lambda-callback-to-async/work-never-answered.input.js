const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  event.Records.forEach((record) => {
    table.put({ TableName: 'seen', Item: record }, (err) => {
      if (err) console.log(err);
    });
  });
};
