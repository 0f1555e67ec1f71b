const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event) => {
  let status = 200;
  table.put({ TableName: 'tickets', Item: event }, function (err) {
    if (err) status = this.httpResponse.statusCode;
    console.log(status);
  });
};
