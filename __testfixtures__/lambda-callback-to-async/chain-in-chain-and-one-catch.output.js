const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const price = async ({ id, name }) => {
  if (id === 'rotten') throw new RangeError('who buys this?');
  return { name, price: name.length };
};

module.exports.handler = async (event, context) => {
  const params = { TableName: 'fruits', Key: { id: event.id } };
  try {
    const found = await table.get(params).promise();
    if (!found.Item) return { statusCode: 404 };
    await price(found.Item);
    return { statusCode: 204 };
  } catch (err) {
    console.error(err.message);
    return { statusCode: 500 };
  }
};
