const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const done = (err, res) => ({
    statusCode: err ? 400 : 200,
    body: err ? err.message : JSON.stringify(res),
  });

  switch (event.method) {
    case 'GET': {
      let data2;
      try {
        data2 = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
      } catch (err) {
        return done(err, null);
      }
      return done(null, data2);
    }
    case 'LIST': {
      let data;
      try {
        data = await table.scan({ TableName: 'things' }).promise();
      } catch (err) {
        return done(err);
      }
      return done(null, data.Items);
    }
    default:
      return done(new Error(`Unsupported method "${event.method}"`));
  }
};
