const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function NotOneError(message) {
  this.name = 'NotOneError';
  this.message = message;
}
NotOneError.prototype = new Error();

exports.handler = async (event, context) => {
  const params = { TableName: 'things', Key: { id: event.id } };
  try {
    const data = await table
      .get(params)
      .promise();
    if (!data.Item) {
      return Promise.reject(new NotOneError('none'));
    }
    return data.Item.name;
  } catch (err) {
    console.log(err);
    if (err.code === 'AccessDenied') {
      throw new NotOneError('not yours');
    }
    throw err;
  }
};
