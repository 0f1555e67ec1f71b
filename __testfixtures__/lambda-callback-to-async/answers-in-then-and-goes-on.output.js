const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function NoFaceError(message) {
  this.name = 'NoFaceError';
  this.message = message;
}
NoFaceError.prototype = new Error();

exports.handler = async (event, context) => {
  const pending = table
    .get({ TableName: 'faces', Key: { id: event.id } })
    .promise();
  try {
    const data = await pending;
    if (!data.Item) {
      return Promise.reject(new NoFaceError('no face'));
    }
    const { name } = data.Item;
    return name;
  } catch (err) {
    console.log(err);
    if (err.code === 'AccessDenied') {
      throw new NoFaceError('not to be read');
    }
    throw err;
  }
};
