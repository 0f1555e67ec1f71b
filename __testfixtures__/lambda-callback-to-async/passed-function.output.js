const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const inSession = (session, work) => session.then(work).finally(() => console.log('session over'));

function withSession(name, work) {
  return inSession(Promise.resolve(name), work);
}

exports.handler = async (event, context) => {
  if (!event.id) {
    return { statusCode: 400 };
  }

  return withSession('reader', async () => {
    const data = await table
      .get({ TableName: 'things', Key: { id: event.id } })
      .promise();
    return { statusCode: 200, body: JSON.stringify(data.Item) };
  });
};
