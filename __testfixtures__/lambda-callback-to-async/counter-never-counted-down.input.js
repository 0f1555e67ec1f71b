const AWS = require('aws-sdk');

const db = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context) => {
  var open = 0;

  // Nothing is ever subtracted: it ends when the event loop is empty, and answers null.
  var finished = function (err) {
    if (err) {
      console.error(err);
    } else {
      open;
      if (open === 0) context.succeed(`copied ${event.Records.length}`);
    }
  };

  for (const record of event.Records) {
    db.put({ TableName: 'copies', Item: record.dynamodb.NewImage }, finished);
    open++;
  }
  console.log('all sent');
};
