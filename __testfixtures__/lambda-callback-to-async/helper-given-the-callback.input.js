const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  if (!event.id) {
    answerWithError('no id', context.awsRequestId, callback);
    return;
  }
  readThing(event, callback);
};

function answerWithError(message, reference, callback) {
  callback(null, { statusCode: 500, body: message, known: reference !== undefined });
}

function readThing(event, callback) {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) return answerWithError(err.code, event.id, callback);
    callback(null, data.Item);
  });
}
