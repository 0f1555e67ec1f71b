const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

// What the work gives is lost here: nothing comes out of the promise.
function withSession(name, work) {
  return Promise.resolve(name)
    .then(work)
    .then(() => console.log('session over'));
}

exports.handler = (event, context, callback) => {
  withSession('reader', () =>
    table
      .get({ TableName: 'things', Key: { id: event.id } })
      .promise()
      .then((data) => callback(null, data.Item))
      .catch(callback),
  );
};
