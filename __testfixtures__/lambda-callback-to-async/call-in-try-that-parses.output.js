const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  try {
    const { id } = JSON.parse(event.body);
    const [err, data] = await new Promise((resolve) => {
      table.get({ TableName: 'orders', Key: { id } }, (...results) => resolve(results));
    });
    if (err) {
      return Promise.reject(err);
    }
    console.log('found', id);
    return { statusCode: 200, data };
  } catch (error) {
    return { statusCode: 400, body: error.name };
  }
};
