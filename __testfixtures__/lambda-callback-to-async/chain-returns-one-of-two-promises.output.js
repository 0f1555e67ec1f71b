const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const price = async ({ id, name }) => {
  if (id === 'rotten') throw new RangeError('who buys this?');
  return { name, price: name.length };
};

exports.handler = async (event, context) => {
  const pending = table.get({ TableName: 'fruits', Key: { id: event.id } }).promise();
  try {
    const data = await pending;
    if (!data.Item) return { statusCode: 404 };
    await (event.cheap ? null : price(data.Item).then(console.log));
    return;
  } catch (err) {
    return { statusCode: 500, body: err.name };
  }
};
