const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const saved = event.ids.map((id) =>
    table
      .put({ TableName: 'copies', Item: { id } })
      .promise()
      .then((data) => data.id)
      .catch((error) => {
        console.error(error.code);
        return 'not saved';
      }),
  );
  return Promise.all(saved).then((ids) => callback(null, ids), callback);
};
