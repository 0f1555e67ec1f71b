const AWS = require('aws-sdk');
const audit = require('./audit');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.put({ TableName: 'things', Item: { id: event.id } }, function (err) {
    if (err) return callback(err);
    this.status = 201;
    audit.log(this);
    callback(null, this.status);
  });
};
