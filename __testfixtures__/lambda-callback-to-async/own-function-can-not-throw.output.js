const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

async function readPerson(id) {
  const data = await table.get({ TableName: 'people', Key: { id } }).promise();
  return data.Item;
}

exports.handler = async (event, context) => {
  const id = event.id;
  let person;
  try {
    person = await readPerson(id);
  } catch {
    return { statusCode: 502, body: 'no answer from the table' };
  }
  return { statusCode: 200, body: JSON.stringify(person) };
};
