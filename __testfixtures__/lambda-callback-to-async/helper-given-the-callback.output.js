const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  if (!event.id) {
    return answerWithError('no id', context.awsRequestId);
  }
  return readThing(event);
};

function answerWithError(message, reference) {
  return { statusCode: 500, body: message, known: reference !== undefined };
}

async function readThing(event) {
  const params = { TableName: 'things', Key: { id: event.id } };
  let data;
  try {
    data = await table.get(params).promise();
  } catch (err) {
    return answerWithError(err.code, event.id);
  }
  return data.Item;
}
