const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const item = { id: event.id };
  table.put({ TableName: 'things', Item: item }, function (err) {
    if (err) {
      this.status = err.code === 'AccessDenied' ? 403 : 500;
      console.error(err.code, this.status);
      callback('not stored');
    } else {
      this.status = 201;
      const answer = () => ({ statusCode: this.status, body: item.id });
      callback(null, answer());
    }
  });
};
