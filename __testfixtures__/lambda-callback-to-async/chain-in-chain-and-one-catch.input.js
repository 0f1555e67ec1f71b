const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const price = async ({ id, name }) => {
  if (id === 'rotten') throw new RangeError('who buys this?');
  return { name, price: name.length };
};

module.exports.handler = (event, context, cb) => {
  const params = { TableName: 'fruits', Key: { id: event.id } };
  return table.get(params).promise()
    .then((found) => {
      if (!found.Item) return cb(null, { statusCode: 404 });
      return price(found.Item).then(() => cb(null, { statusCode: 204 }));
    })
    .catch((err) => {
      console.error(err.message);
      return cb(null, { statusCode: 500 });
    });
};
