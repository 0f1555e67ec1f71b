const AWS = require('aws-sdk');
const { promisify } = require('util');

const readNameAsync = promisify(readName);

const table = new AWS.DynamoDB.DocumentClient();

function readName(id, done) {
  table.get({ TableName: 'people', Key: { id } }, (err, data) => {
    if (err) return done(err);
    // An entry without a name ends the process today.
    done(null, data.Item.name.trim());
  });
}

exports.handler = async (event, context) => {
  const id = event.id;
  let name;
  try {
    name = await readNameAsync(id);
  } catch {
    return { statusCode: 502, body: 'no answer from the table' };
  }
  return { statusCode: 200, body: name };
};
