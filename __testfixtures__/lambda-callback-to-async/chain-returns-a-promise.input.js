const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const price = async ({ id, name }) => {
  if (id === 'rotten') throw new RangeError('who buys this?');
  return { name, price: name.length };
};

exports.handler = (event, context, callback) => {
  return table.get({ TableName: 'fruits', Key: { id: event.id } }).promise()
    .then((data) => {
      if (!data.Item) return callback(null, { statusCode: 404 });
      return price(data.Item);
    })
    .catch((err) => callback(null, { statusCode: 500, body: err.name }));
};
