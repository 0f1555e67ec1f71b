const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  let err = null;
  let data = null;
  try {
    data = await table.get(params).promise();
  } catch (error) {
    err = error;
  }
  // When there is an error there is no data, and nobody thought of that.
  if (event.whole) {
    if (err !== undefined && err !== null) throw err;
    return data;
  } else {
    const result = data.Item;
    if (err !== undefined && err !== null) throw err;
    return result;
  }
};
