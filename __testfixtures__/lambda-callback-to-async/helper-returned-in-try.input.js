const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

const remove = (id, callback) => {
  console.log('removing', id);
  table.delete({ TableName: 'things', Key: { id } }, (err) => {
    if (err) {
      callback(err);
    } else {
      callback(null, 'removed');
    }
  });
};

exports.handler = (event, context, callback) => {
  try {
    const request = JSON.parse(event.body);
    remove(request.id, callback);
  } catch (error) {
    callback(null, { statusCode: 400, body: error.name });
  }
};
