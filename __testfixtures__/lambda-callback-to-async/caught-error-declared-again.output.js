const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const get = (id) => ({ TableName: 'things', Key: { id } });

exports.handler = async (event, context) => {
  const err = 'none';
  const pending = table
    .get(get(event.id))
    .promise();
  try {
    let data = await pending;
    data = [data, err];
    return data;
  } catch (err) {
    err = new Error('not read: ' + err.message);
    if (err !== undefined && err !== null) throw err;
  }
};
