const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const inSession = (session, work) => session.then(work).finally(() => console.log('session over'));

function withSession(name, work) {
  return inSession(Promise.resolve(name), work);
}

exports.handler = (event, context, callback) => {
  if (!event.id) {
    callback(null, { statusCode: 400 });
    return;
  }

  withSession('reader', () => (
    table
      .get({ TableName: 'things', Key: { id: event.id } })
      .promise()
      .then((data) => callback(null, { statusCode: 200, body: JSON.stringify(data.Item) }))
      .catch((err) => callback(err, { statusCode: 502 }))
  ));
};
