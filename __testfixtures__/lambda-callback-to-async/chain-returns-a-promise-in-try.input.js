const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const price = async ({ id, name }) => {
  if (id === 'rotten') throw new RangeError('who buys this?');
  return { name, price: name.length };
};

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'fruits', Key: { id: event.id } }).promise()
    .then((data) => {
      try {
        if (data.Item) {
          // Its failure is for the last catch, not for this one.
          return price(data.Item);
        }
        callback(null, { statusCode: 404 });
      } catch (err) {
        callback(null, { statusCode: 418 });
      }
    })
    .catch((err) => callback(null, { statusCode: 500 }));
};
