const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  function respond(statusCode, body) {
    return { statusCode, body: JSON.stringify(body) };
  }

  if (!event.id) {
    return respond(400, 'no id');
  }
  let data;
  try {
    data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  } catch (err) {
    return respond(500, err.code);
  }
  return respond(200, data.Item);
};
